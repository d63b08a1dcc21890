// `npm run bench -- <name>`: runs bench/<name>.mjs beside its peers, which live in bench/package.json alone.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";

const [name, ...rest] = process.argv.slice(2);
const known = readdirSync("bench")
  .filter((file) => file.endsWith(".mjs"))
  .map((file) => file.slice(0, -4));
if (name === undefined || !known.includes(name)) {
  console.error(`usage: npm run bench -- <${known.join("|")}>`);
  process.exit(2);
}
run("node", ["scripts/build.mjs"]);
if (existsSync("bench/package.json") && !existsSync("bench/node_modules"))
  run("npm", ["ci", "--prefix", "bench", "--no-audit", "--no-fund"]);
run("node", ["--expose-gc", `bench/${name}.mjs`, ...rest]);

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
