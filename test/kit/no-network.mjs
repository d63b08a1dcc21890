// Loaded before the command line: any attempt to reach a network ends the process with 99.
import dns from "node:dns";
import net from "node:net";

const refuse = (what) => {
  process.stderr.write(`NETWORK: ${what}\n`);
  process.exit(99);
};
net.Socket.prototype.connect = () => refuse("connect");
dns.lookup = () => refuse("lookup");
dns.promises.lookup = () => refuse("lookup");
globalThis.fetch = () => refuse("fetch");
