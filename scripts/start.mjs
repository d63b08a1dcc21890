// `npm start`: the main job on the built-in registry, told to a person. Each step is a command of the tool.
import { spawnSync } from "node:child_process";

const began = performance.now();
const color = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code, text) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);

step("build", ["scripts/build.mjs"], () => "the command line, into dist/");
const listed = waybill("load", ["list", "--json"], ({ subjects }) => {
  const namespaces = new Set(subjects.map(({ address }) => address.split("/")[0]));
  const versions = subjects.reduce((sum, subject) => sum + subject.versions, 0);
  return `${subjects.length} subjects in ${namespaces.size} namespaces, ${versions} frozen versions`;
});
waybill("check", ["check", "--json"], ({ findings, summary }) => {
  const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
  return `${summary.checks.length} checks: ${count("error")} errors, ${count("warning")} warnings, ${count("info")} notes`;
});
waybill(
  "generate",
  ["generate", "--json"],
  ({ files, changes }) => `${files} files in generated/, ${changes.length} changed`,
);
waybill(
  "validate",
  ["validate", "command.v1/JournalEntry", "docs/samples/command-journal.jsonl", "--json"],
  ({ lines, valid }) =>
    `${valid} of ${lines} lines of docs/samples/command-journal.jsonl are valid journal entries`,
);

const envelope = listed.subjects.find(({ address }) => address === "cogo.v1/Envelope");
console.log(`
${paint(1, "Where to look")}
  generated/postcards/cogo.v1/Envelope/v${envelope.latest}.md   an envelope on one page
  generated/types/cogo.v1/                  its TypeScript types
  generated/validators/cogo.v1/             its validators, no dependency
  registry/cogo.v1/Envelope/                where it is written
  docs/                                     architecture, walkthroughs, evidence

${paint(1, "Try")}
  npx waybill --help
  npx waybill validate cogo.v1/Envelope docs/samples/cogo-messages.jsonl
`);
console.log(`done in ${seconds(performance.now() - began)}`);

function waybill(name, args, tell) {
  return step(name, ["dist/cli.cjs", ...args], tell);
}

function step(name, args, tell) {
  const start = performance.now();
  const run = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  const answer = run.stdout.startsWith("{") ? JSON.parse(run.stdout) : {};
  if (run.status !== 0) {
    console.error(
      `${paint(31, "failed")} ${name}\n${answer.format === undefined ? run.stdout : JSON.stringify(answer, null, 2)}${run.stderr}`,
    );
    process.exit(run.status ?? 1);
  }
  console.log(
    `${paint(32, "ok")} ${name.padEnd(9)} ${tell(answer)}  ${paint(2, `(${seconds(performance.now() - start)})`)}`,
  );
  return answer;
}

function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
