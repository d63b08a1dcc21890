// `npm run demo:break`: the mistakes that broke the systems this registry describes, made again in a scratch copy,
// and what the tool says to each. Ends with 1 where a mistake goes unnoticed.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const cli = resolve("dist/cli.js");
const color = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code, text) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);

/** Each as it happened, on the subject that has the member today. */
const mistakes = [
  {
    title: "A field is renamed",
    happened:
      "a mission journal renamed feature_slug to mission_slug: its one contract accepts no event of today",
    subject: "mission.v1/StatusEvent",
    make({ properties, required }) {
      properties.work_slug = properties.mission_slug;
      delete properties.mission_slug;
      required.splice(required.indexOf("mission_slug"), 1, "work_slug");
    },
  },
  {
    title: "A closed enum grows",
    happened: "journals began to say execution_mode unknown, which no reader had been told of",
    subject: "mission.v1/StatusEvent",
    make: ({ properties }) => properties.execution_mode.enum.push("unknown"),
  },
  {
    title: "An actor widens",
    happened: "an event library took objects for actors in a minor release; readers held them to be texts",
    subject: "mission.v1/OpRecord",
    make({ properties }) {
      properties.actor.type = [].concat(properties.actor.type, "object");
    },
  },
  {
    title: "A new field is required",
    happened: "a created event asked for five more fields in a minor release: broken both ways",
    subject: "cogo.v1/JobStarted",
    make({ properties, required }) {
      properties.target_branch = { type: "string", description: "Branch the job works toward." };
      required.push("target_branch");
    },
  },
  {
    title: "null is written for absent",
    happened: "a field that was left out where there was nothing came to be written as null",
    subject: "command.v1/Response",
    make({ properties }) {
      properties.error.type = [].concat(properties.error.type, "null");
    },
  },
];

const scratch = mkdtempSync(join(tmpdir(), "waybill-break-"));
let unnoticed = 0;
try {
  for (const { title, happened, subject, make } of mistakes) {
    console.log(`\n${paint(1, title)}: ${subject}\n${paint(2, happened)}\n`);
    const status = judge(subject, make);
    if (status === 100) continue;
    unnoticed++;
    console.log(paint(31, status === 0 ? "this went unnoticed" : "the tool could not run"));
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(
  `\n${mistakes.length - unnoticed} of ${mistakes.length} mistakes stopped, each with a document that shows it`,
);
process.exit(unnoticed === 0 ? 0 : 1);

/** Makes one mistake in a fresh copy, in which the subject is published, and shows what `check` says to it. */
function judge(subject, make) {
  rmSync(join(scratch, "registry"), { recursive: true, force: true });
  cpSync("registry", join(scratch, "registry"), { recursive: true });
  if (existsSync("waybill.yaml")) cpSync("waybill.yaml", join(scratch, "waybill.yaml"));
  const published = waybill(["publish", subject, "--quiet"], "ignore");
  if (published !== 0) return published;
  const file = join(scratch, "registry", subject, "schema.json");
  const schema = JSON.parse(readFileSync(file, "utf8"));
  make(schema);
  writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
  return waybill(["check", subject, "--only", "compatibility"], "inherit");
}

function waybill(args, stdio) {
  return (
    spawnSync(process.execPath, [cli, "-C", scratch, ...args], { stdio: ["ignore", stdio, "inherit"] })
      .status ?? 1
  );
}
