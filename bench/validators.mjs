// npm run bench -- validators: the bars of our generated validators beside their peers, measured in one run.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ajvStandalone, peers } from "./validators/contenders.mjs";
import { emitRatio } from "./validators/emit-speed.mjs";
import { jsonFilesIn, loadProject, peerSchema, write } from "./validators/prepare.mjs";
import { compare, geometricMean } from "./validators/measure.mjs";
import { sizeOf } from "./validators/size.mjs";
import { startRatio } from "./validators/start.mjs";

const root = process.argv[2] ?? join(import.meta.dirname, "..");
const subjects = [
  "cogo.v1/Envelope",
  "actor.v1/Envelope",
  "message.v1/Message",
  "mission.v1/StatusEvent",
  "command.v1/Command",
];

const project = await loadProject();
const { registry } = project.loadRegistry(project.folderTree(join(root, "registry"), "registry"));
const units = project.unitsOf(registry);
const latest = new Map(units.filter((unit) => unit.latest).map((unit) => [unit.subject, unit]));
const generated = join(project.folder, "validators");
for (const unit of units) write(generated, await project.validators.files(unit, {}));
write(generated, project.validators.index(units, {}));

const ratios = { valid: {}, invalid: {} };
for (const subject of subjects) {
  const unit = latest.get(subject);
  if (unit === undefined) throw new Error(`${subject} is not published yet`);
  const name = subject.replace("/", ".");
  const module = await import(pathToFileURL(join(generated, unit.namespace, unit.name, "index.js")).href);
  const contenders = { waybill: module[`is${unit.name}`] };
  const schema = peerSchema(unit, latest);
  for (const [peer, make] of Object.entries(peers)) {
    try {
      contenders[peer] = await make(project, name, schema);
    } catch (error) {
      console.log(`${subject}: ${peer} cannot: ${error.message.slice(0, 200)}`);
    }
  }
  const folder = join(root, "registry", subject, "examples");
  const samples = {
    valid: jsonFilesIn(join(folder, "valid")),
    invalid: jsonFilesIn(join(folder, "invalid")).map(({ instance }) => instance),
  };
  for (const [kind, instances] of Object.entries(samples)) {
    for (const [peer, accepts] of Object.entries(contenders)) {
      const wrong = instances.filter((instance) => accepts(instance) !== (kind === "valid"));
      if (wrong.length > 0)
        console.log(
          `${subject}: ${peer} judges ${wrong.length} of ${instances.length} ${kind} examples otherwise`,
        );
    }
    const times = compare(contenders, instances);
    const row = Object.fromEntries(Object.entries(times).map(([peer, time]) => [peer, time / times.waybill]));
    ratios[kind][subject] = row;
    const cells = Object.entries(row)
      .filter(([peer]) => peer !== "waybill")
      .map(([peer, ratio]) => `${peer} ${ratio.toFixed(2)}`);
    console.log(
      `${kind.padEnd(8)}${subject.padEnd(24)}waybill 1 (${times.waybill.toFixed(0)} ns), ${cells.join(", ")}`,
    );
  }
}
for (const [kind, rows] of Object.entries(ratios)) {
  const fastest = Object.values(rows).map(({ waybill: _, ...others }) => Math.min(...Object.values(others)));
  console.log(
    `${kind}: times the fastest peer, geometric mean ${geometricMean(fastest).toFixed(2)}, least ${Math.min(...fastest).toFixed(2)}`,
  );
  const alone = Object.values(rows).map((row) => row["ajv standalone"]);
  console.log(
    `${kind}: times Ajv standalone, geometric mean ${geometricMean(alone).toFixed(2)}, least ${Math.min(...alone).toFixed(2)}`,
  );
}

const envelope = latest.get("cogo.v1/Envelope");
const index = join(generated, "cogo.v1/index.js");
const guard = await sizeOf(index, ["isEnvelope"]);
const errors = await sizeOf(index, ["isEnvelope", "validateEnvelope"]);
const peerFile = await ajvStandalone(project.formats, project.folder, "size", peerSchema(envelope, latest));
const peer = await sizeOf(peerFile, ["default"]);
console.log(
  `bytes of cogo.v1/Envelope, minified and gzipped: guard ${guard.bytes}, with every error ${errors.bytes}; Ajv standalone ${peer.bytes} without formats`,
);
const [sample] = jsonFilesIn(join(root, "registry/cogo.v1/Envelope/examples/valid"));
console.log(
  `start, judge one and end, times an empty process: ${startRatio(project.folder, guard.text, "isEnvelope", sample).toFixed(3)}`,
);
const schemas = units.map(({ schema }) => schema);
const emit = emitRatio(project.emitValidator, schemas);
console.log(
  `emitting 1,000 validators, times TypeBox: whole ${(emit.whole / emit.typebox).toFixed(2)}, guard alone ${(emit.guard / emit.typebox).toFixed(2)}`,
);
