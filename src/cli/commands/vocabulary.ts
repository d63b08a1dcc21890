import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { type ExitCode, exitCode, WaybillError } from "../../errors.ts";
import type { Json } from "../../model.ts";
import { flag, requiredText, text, texts } from "../arguments.ts";
import type { Arguments, Command, Io } from "../command.ts";
import { openSound } from "../open.ts";

export const vocabulary: Command = {
  usage: "vocabulary <namespace> <files...>",
  summary: "Say what the words of logs mean in a declared vocabulary, and which nobody can tell",
  examples: [
    {
      command: "vocabulary mission.v1 logs/",
      means: "every word the logs hold, mapped or listed as unmapped",
    },
    {
      command: 'vocabulary mission.v1 words.json --counted "free string"',
      means: "the words of a document that counts them",
    },
  ],
  options: (yargs) =>
    yargs
      .positional("namespace", { type: "string", describe: "The namespace that declares the vocabulary" })
      .positional("files", { type: "string", array: true, describe: "NDJSON files, folders, globs" })
      .option("counted", {
        type: "string",
        describe: "The files are objects from word to count, of this source",
      })
      .option("stream", { type: "string", describe: "The stream of the logs, where the file does not tell" })
      .option("summary", { type: "boolean", describe: "Only what came of how many words" }),
  run: async (args: Arguments, io: Io): Promise<ExitCode> => {
    const { countedWords, readVocabularies, tallyWords } = await import("../../vocabulary/index.ts");
    const { createProgress, findFiles } = await import("../../validate/index.ts");
    const { openTimekeeper } = await import("../../limits/index.ts");
    const { matchesGlob, readStreams, readValues, route, streamOf } = await import("../../streams/index.ts");
    const { valueAt } = await import("../../schema/pointer.ts");
    const { rowsJson, rowsText } = await import("../vocabulary-rows.ts");
    const { registry } = await openSound(args, io);
    const name = requiredText(args, "namespace");
    const namespace = registry.namespaces.get(name);
    const sources = (namespace === undefined ? [] : readVocabularies(namespace)).flatMap(
      (one) => one.sources,
    );
    if (namespace === undefined || sources.length === 0) {
      const known = [...registry.namespaces.values()].filter((one) => readVocabularies(one).length > 0);
      throw new WaybillError("USAGE", `"${name}" declares no vocabulary`, {
        hint: `these do: ${known.map((one) => one.name).join(", ") || "none"}`,
      });
    }
    const counted = text(args, "counted");
    const source = sources.find((one) => one.name === counted);
    if (counted !== undefined && source === undefined) {
      throw new WaybillError("USAGE", `there is no source "${counted}"`, {
        hint: `there are ${sources.map((one) => `"${one.name}"`).join(", ")}`,
      });
    }
    const wanted = text(args, "stream");
    const streams = readStreams(namespace, registry).filter(
      (one) => wanted === undefined || one.name === wanted,
    );
    const globs = streams.flatMap(({ files }) => files);
    const takes = (file: string) =>
      source === undefined ? globs.some((glob) => matchesGlob(glob, file)) : file.endsWith(".json");
    const tally = tallyWords();
    const progress = createProgress(io);
    let lines = 0;
    let unread = 0;
    for (const file of findFiles(io.cwd, texts(args, "files"), takes)) {
      const stream = streamOf(streams, file);
      if (source === undefined && stream === undefined) {
        throw new WaybillError("USAGE", `"${file}" matches the files of no stream of ${name}`, {
          hint: "name the stream with --stream; word counts come with --counted",
        });
      }
      const timekeeper = openTimekeeper(
        file,
        file === "-" ? io.stdin : createReadStream(resolve(io.cwd, file)),
      );
      const form = /\.(jsonl|ndjson)$/i.test(file) ? "lines" : "detect";
      const count = (value: Json | undefined): void => {
        lines += 1;
        if (value === undefined) unread += 1;
        else if (source !== undefined) {
          for (const [word, times] of countedWords(value)) tally.add(source, word, times);
        } else if (stream !== undefined) {
          const subject = route(stream, value)?.subject;
          for (const one of sources) {
            for (const place of one.at) {
              const held = place.subject === subject ? valueAt(value, place.field) : undefined;
              if (held !== undefined && held !== null) tally.add(one, held);
            }
          }
        }
      };
      for await (const batch of readValues(timekeeper.bytes, { file, form })) {
        timekeeper.judge(
          batch,
          ({ line }) => line,
          ({ value }) => count(value),
        );
        progress.lines(batch.length);
      }
    }
    progress.clear();
    const rows = tally.rows();
    const answer = { lines, unread };
    io.out(flag(args, "json") ? rowsJson(name, answer, rows) : rowsText(answer, rows, flag(args, "summary")));
    return unread > 0 ? exitCode.foundWanting : exitCode.clean;
  },
};
