// `npm run demo:break`: the mistakes that broke the systems this registry describes, made again in a scratch copy,
// and what the tool says to each. Ends with 1 where a mistake goes unnoticed.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const cli = resolve(process.env.WAYBILL_CLI ?? "dist/cli.cjs");
const color = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code, text) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);

/** Each as it happened, on the subject that has the member today. */
const mistakes = [
  {
    title: "A field is renamed",
    happened:
      "a mission journal renamed feature_slug to mission_slug: its one contract accepts no event of today",
    edit: "mission_slug is called work_slug from now on",
    subject: "mission.v1/StatusEvent",
    rules: ["PROPERTY_RENAMED"],
    make({ properties, required }) {
      properties.work_slug = properties.mission_slug;
      delete properties.mission_slug;
      required.splice(required.indexOf("mission_slug"), 1, "work_slug");
    },
  },
  {
    title: "A closed enum grows",
    happened: "journals began to say execution_mode unknown, which no reader had been told of",
    edit: 'execution_mode may be "unknown" too',
    subject: "mission.v1/StatusEvent",
    rules: ["ENUM_VALUE_ADDED_TO_CLOSED"],
    make: ({ properties }) => properties.execution_mode.enum.push("unknown"),
  },
  {
    title: "An actor widens",
    happened: "an event library took objects for actors in a minor release; readers held them to be texts",
    edit: "actor may be an object as well as a text",
    subject: "mission.v1/OpRecord",
    rules: ["TYPE_WIDENED"],
    make({ properties }) {
      properties.actor.type = [].concat(properties.actor.type, "object");
    },
  },
  {
    title: "A new field is required",
    happened: "a created event asked for five more fields in a minor release: broken both ways",
    edit: "target_branch is new, and required",
    subject: "cogo.v1/JobStarted",
    rules: ["REQUIRED_ADDED"],
    make({ properties, required }) {
      properties.target_branch = { type: "string", description: "Branch the job works toward." };
      required.push("target_branch");
    },
  },
  {
    title: "null is written for absent",
    happened: "a field that was left out where there was nothing came to be written as null",
    edit: "error may be null where there is none",
    subject: "command.v1/Response",
    rules: ["TYPE_WIDENED"],
    make({ properties }) {
      properties.error.type = [].concat(properties.error.type, "null");
    },
  },
];

const scratch = mkdtempSync(join(tmpdir(), "waybill-break-"));
let unnoticed = 0;
try {
  prepare();
  for (const [index, { title, happened, edit, subject, rules, make }] of mistakes.entries()) {
    console.log(`\n${paint(1, `${index + 1}. ${title}`)}`);
    console.log(`   once   ${happened}\n   again  ${subject}: ${edit}\n   check  says:\n`);
    const { status, stdout } = judge(subject, make);
    process.stdout.write(stdout);
    const missing = rules.filter((rule) => !stdout.includes(rule));
    if (status === 100 && missing.length === 0) continue;
    unnoticed++;
    const [what] = missing;
    console.log(
      paint(
        31,
        status === 100
          ? `nothing said ${what}`
          : status === 0
            ? "this went unnoticed"
            : "the tool could not run",
      ),
    );
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(
  `\n${mistakes.length - unnoticed} of ${mistakes.length} mistakes stopped, each with a document that shows it. Your registry was not touched.`,
);
process.exitCode = unnoticed === 0 ? 0 : 1;

/** A copy of the registry in which every subject is published. */
function prepare() {
  cpSync("registry", join(scratch, "registry"), { recursive: true });
  cpSync("waybill.yaml", join(scratch, "waybill.yaml"));
  const { status, stdout } = waybill(["publish", "--quiet"], "pipe");
  if (status === 0) return;
  console.error(`the registry cannot be published as it stands, so nothing can break it:\n${stdout}`);
  process.exit(1);
}

/** Makes one mistake, shows what `check` says to it, and takes it back. */
function judge(subject, make) {
  const file = join(scratch, "registry", subject, "schema.json");
  const before = readFileSync(file, "utf8");
  const schema = JSON.parse(before);
  make(schema);
  writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
  const said = waybill(["check", subject, "--only", "compatibility", ...(color ? ["--color"] : [])], "pipe");
  writeFileSync(file, before);
  return said;
}

function waybill(args, stdio) {
  return spawnSync(process.execPath, [cli, "-C", scratch, ...args], {
    stdio: ["ignore", stdio, "inherit"],
    encoding: "utf8",
  });
}
