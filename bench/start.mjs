// How long a person waits for the commands that do little, beside an empty program. Best of nine, in this repository.
import { spawnSync } from "node:child_process";

const cli = "dist/cli.cjs";
const commands = [
  ["--version"],
  ["--help"],
  ["check", "--help"],
  ["completion", "bash"],
  ["--get-completions", "waybill", "show", "cogo"],
  ["explain", "REQUIRED_ADDED"],
  ["list"],
  ["show", "cogo.v1/Envelope"],
  ["check"],
];
const empty = best(["-e", "0"]);
console.log(`${"command".padEnd(44)}         ms  / node -e 0`);
say("node -e 0", empty);
for (const words of commands) say(`waybill ${words.join(" ")}`, best([cli, ...words]));

function say(name, time) {
  console.log(
    `${name.padEnd(44)}  ${time.toFixed(0).padStart(6)} ms  ${(time / empty).toFixed(1).padStart(11)}`,
  );
}

function best(args) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 9; round += 1) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
