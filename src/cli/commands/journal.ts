import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { type ExitCode, exitCode, WaybillError } from "../../errors.ts";
import type { Json, Registry } from "../../model.ts";
import { flag, requiredText, text } from "../arguments.ts";
import type { Arguments, Command, Io } from "../command.ts";
import { openSound } from "../open.ts";

export const journal: Command = {
  usage: "journal <action> <file>",
  summary: "Bring the lines of a journal up to date by the declared migrations",
  examples: [
    { command: "journal upgrade status.events.jsonl", means: "the upgraded lines, the others as they were" },
    {
      command: "journal upgrade old.jsonl --as mission.v1/StatusEvent -o new.jsonl",
      means: "lines of one subject, into a file that appears whole or not at all",
    },
    { command: "journal upgrade old.jsonl --as command.v1 --json", means: "only count what would be done" },
  ],
  completes: { as: "subjects" },
  options: (yargs) =>
    yargs
      .positional("action", { type: "string", choices: ["upgrade"], describe: "What to do" })
      .positional("file", { type: "string", describe: "Newline-delimited JSON, - for stdin" })
      .option("as", {
        type: "string",
        describe: "Subject of every line, or the namespace whose streams route them",
      })
      .option("stream", {
        type: "string",
        describe: "The stream of a namespace, where the file does not tell",
      })
      .option("output", { alias: "o", type: "string", describe: "Write here instead of standard output" }),
  run: async (args: Arguments, io: Io): Promise<ExitCode> => {
    const { loadLineages, upgradeLines, upgrader } = await import("../../migrate/index.ts");
    const { createProgress, openValidators } = await import("../../validate/index.ts");
    const { openSink } = await import("../sink.ts");
    const file = requiredText(args, "file");
    const output = text(args, "output");
    const json = flag(args, "json");
    const { registry, tree } = await openSound(args, io);
    const { bySubject, problems } = loadLineages(tree, registry);
    for (const problem of problems) throw problem;
    const subjectOf = await router(registry, file, text(args, "as"), text(args, "stream"));
    const validators = await openValidators(registry);
    const opened = new Map<string, ReturnType<typeof upgrader>>();
    const upgraderOf = (value: Json) => {
      const subject = subjectOf(value);
      if (subject === undefined) return undefined;
      const known = opened.get(subject);
      if (known !== undefined) return known;
      const newest = validators.of(subject);
      const made = upgrader(bySubject.get(subject), (one) => newest.judge(one).errors);
      opened.set(subject, made);
      return made;
    };
    if (output !== undefined && resolve(io.cwd, output) === resolve(io.cwd, file)) {
      throw new WaybillError("USAGE", "the journal would be replaced by its upgrade", {
        hint: "write to another file, compare the two, then move it",
      });
    }
    const sink = output === undefined ? undefined : openSink(resolve(io.cwd, output));
    const write = sink?.write ?? (json ? () => undefined : io.out);
    // Lines that go to the same terminal show themselves how far it is.
    const progress = output === undefined && !json ? undefined : createProgress(io);
    try {
      const source = { file, bytes: read(file, io) };
      const totals = await upgradeLines(source, upgraderOf, write, progress?.lines);
      progress?.clear();
      sink?.commit();
      const wanting = totals.upgraded + totals.current !== totals.lines;
      const { totalsText, totalsJson } = await import("../upgrade-totals.ts");
      if (json) io.out(totalsJson(file, output, totals));
      else if (output === undefined) (wanting ? io.wrong : io.err)(totalsText(totals));
      else (wanting ? io.out : io.done)(totalsText(totals));
      return wanting ? exitCode.foundWanting : exitCode.clean;
    } finally {
      sink?.close();
    }
  },
};

/** The subject of a line: the one named, else the one a stream of the namespace (or whose globs match the file) says. */
async function router(
  registry: Registry,
  file: string,
  as: string | undefined,
  streamName: string | undefined,
): Promise<(value: Json) => string | undefined> {
  const { readStreams, route, streamOf } = await import("../../streams/index.ts");
  const named = as === undefined ? undefined : registry.subjects.get(as);
  if (named !== undefined) return () => named.address;
  const namespaces = [...registry.namespaces.values()].filter(({ name }) => as === undefined || name === as);
  if (namespaces.length === 0) {
    const { subjectNamed } = await import("../open.ts");
    await subjectNamed(registry, as ?? "");
  }
  const streams = namespaces
    .flatMap((namespace) => readStreams(namespace, registry))
    .filter(({ name }) => streamName === undefined || name === streamName);
  const stream = streamOf(streams, file);
  if (stream !== undefined) return (value) => route(stream, value)?.subject;
  throw new WaybillError("USAGE", `no stream says what "${file}" holds`, {
    hint: "name the subject with --as, or a namespace with --as and its stream with --stream",
  });
}

async function* read(file: string, io: Io): AsyncGenerator<Uint8Array | string> {
  if (file === "/dev/stdin") {
    yield* io.stdin;
    return;
  }
  try {
    yield* createReadStream(resolve(io.cwd, file), { highWaterMark: 1 << 18 });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new WaybillError("CANNOT_RUN", `the file cannot be read (${code})`, { place: { file }, cause });
  }
}
