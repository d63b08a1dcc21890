import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import type { Argv } from "yargs";
import { type ExitCode, exitCode, WaybillError } from "../../errors.ts";
import type { Source } from "../../validate/run.ts";
import { flag, requiredText, text, texts } from "../arguments.ts";
import type { Arguments, Command, Io } from "../command.ts";
import { openSound } from "../open.ts";

export const validate: Command = {
  usage: "validate <subject> <files...>",
  summary: "Validate messages or journals against a subject, or against a namespace that routes their lines",
  examples: [
    {
      command: "validate cogo.v1/Envelope message.json",
      means: "one document; its payload is judged by kind",
    },
    {
      command: "validate mission.v1 logs/ --summary",
      means: "each line by the stream's rules, equal errors grouped",
    },
    {
      command: "validate command.v1/Response frames.jsonl --at /frame --where /frame/type=response",
      means: "inside wrapped lines",
    },
    { command: "validate cogo.v1/JobStarted@1 -", means: "standard input, against one version" },
  ],
  completes: { subject: "subjects" },
  options: (yargs: Argv) =>
    yargs
      .positional("subject", {
        type: "string",
        describe: "cogo.v1/JobStarted, with @version, or a namespace",
      })
      .positional("files", {
        type: "string",
        array: true,
        describe: "JSON or NDJSON files, folders, globs, - for stdin",
      })
      .option("at", { type: "string", describe: "JSON Pointer to the instance inside each line" })
      .option("where", {
        type: "string",
        array: true,
        nargs: 1,
        describe: "Only lines with <pointer>=<a|b>; repeatable",
      })
      .option("summary", { type: "boolean", describe: "Group equal errors instead of printing each" })
      .option("strict", { type: "boolean", describe: "Judge as a writer: undeclared members are errors" })
      .option("markdown", { type: "boolean", describe: "Judge the JSON blocks of Markdown files" })
      .option("stream", {
        type: "string",
        describe: "The stream of a namespace, where the file does not tell",
      }),

  run: async (args: Arguments, io: Io): Promise<ExitCode> => {
    const room = await import("../../validate/index.ts");
    const reach = {
      at: room.requirePointer(text(args, "at") ?? ""),
      where: texts(args, "where").map(room.parseFilter),
    };
    const { registry } = await openSound(args, io);
    const validators = await room.openValidators(registry, { writer: flag(args, "strict") });
    const stream = text(args, "stream");
    const target = room.openTarget(registry, validators, requiredText(args, "subject"), { reach, stream });
    const takes = flag(args, "markdown") ? isMarkdown : target.takes;
    const files = room.findFiles(io.cwd, texts(args, "files"), takes);
    const tally = room.createTally();
    const grouped = flag(args, "summary");
    const quiet = flag(args, "quiet");
    const progress = room.createProgress(io);
    for (const file of files) {
      await room.validateSource(
        sourceOf(file, { judge: target.judge(file), at: reach.at }, args, io),
        tally,
        {
          onRemark: (kind, remark, place) => {
            if (grouped || flag(args, "json") || (quiet && kind === "note")) return;
            progress.clear();
            io.out(room.remarkLine(kind, remark, place));
          },
          onProgress: progress.lines,
        },
      );
    }
    progress.clear();
    const totals = tally.totals();
    const wanting = totals.invalid + totals.malformed + totals.unrouted > 0;
    if (flag(args, "json")) io.out(room.totalsJson(totals));
    else {
      const notes = quiet ? [] : tally.noteGroups();
      (wanting && grouped ? io.out : io.done)(room.totalsText(totals, notes, { grouped }));
    }
    if (totals.lines === 0) io.wrong("nothing was validated: no line was read, or none passed --where\n");
    return wanting ? exitCode.foundWanting : exitCode.clean;
  },
};

function sourceOf(file: string, how: Pick<Source, "judge" | "at">, args: Arguments, io: Io): Source {
  const lines = /\.(jsonl|ndjson)$/i.test(file);
  const form = flag(args, "markdown") ? "markdown" : lines ? "lines" : "detect";
  if (file === "-") return { ...how, file: "(stdin)", form, bytes: io.stdin };
  return { ...how, file, form, bytes: readBytes(file, io.cwd) };
}

function isMarkdown(file: string): boolean {
  return /\.(md|markdown)$/i.test(file);
}

async function* readBytes(file: string, cwd: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(resolve(cwd, file), { highWaterMark: 1 << 18 });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new WaybillError("CANNOT_RUN", `the file cannot be read (${code})`, { place: { file }, cause });
  }
}
