import { closest } from "../config/closest.ts";
import { WaybillError } from "../errors.ts";
import type { Registry } from "../model.ts";
import { matchesGlob, readStreams, type Stream, streamOf } from "../streams/index.ts";
import { type JudgeLine, judgeByStream, judgeBySubject, type Reach } from "./judge-line.ts";
import type { Validators } from "./subject.ts";

/** What the command line asked to validate against. */
export interface Target {
  /** What judges the lines of a file. @throws WaybillError USAGE where no stream of the namespace is the file's. */
  judge(file: string): JudgeLine;
  /** Whether a file found in a folder is meant. */
  takes(file: string): boolean;
}

export interface TargetOptions {
  readonly reach: Reach;
  /** Name of a stream, where the file does not tell. */
  readonly stream: string | undefined;
}

/** A subject's address, or a namespace whose streams route each line. @throws WaybillError USAGE for neither. */
export function openTarget(
  registry: Registry,
  validators: Validators,
  name: string,
  options: TargetOptions,
): Target {
  if (name.includes("/")) {
    const judge = judgeBySubject(validators, name, options.reach);
    return { judge: () => judge, takes: (file) => /\.(json|jsonl|ndjson)$/i.test(file) };
  }
  const namespace = registry.namespaces.get(name);
  if (namespace === undefined) throw unknownNamespace(name, registry);
  const streams = chosen(readStreams(namespace, registry), options.stream, name);
  const judges = new Map(streams.map((stream) => [stream, judgeByStream(validators, stream, options.reach)]));
  const globs = streams.flatMap(({ files }) => files);
  return {
    judge: (file) => {
      const stream = streamOf(streams, file);
      const judge = stream && judges.get(stream);
      if (judge !== undefined) return judge;
      const names = streams.map((one) => one.name).join(", ");
      throw new WaybillError("USAGE", `"${file}" matches the files of no stream of ${name}`, {
        hint: `say which it is with --stream: ${names}`,
      });
    },
    takes: (file) => globs.some((glob) => matchesGlob(glob, file)),
  };
}

function chosen(
  streams: readonly Stream[],
  wanted: string | undefined,
  namespace: string,
): readonly Stream[] {
  if (streams.length === 0) {
    throw new WaybillError("USAGE", `${namespace} declares no streams that could route lines`, {
      hint: "name a subject, as in cogo.v1/JobStarted",
    });
  }
  if (wanted === undefined) return streams;
  const found = streams.filter(({ name }) => name === wanted);
  if (found.length > 0) return found;
  throw new WaybillError("USAGE", `${namespace} has no stream "${wanted}"`, {
    hint: `it has ${streams.map(({ name }) => name).join(", ")}`,
  });
}

function unknownNamespace(name: string, registry: Registry): WaybillError {
  const near = closest(name, registry.namespaces.keys());
  const hint = near === undefined ? "`waybill list` shows what there is" : `did you mean "${near}"?`;
  return new WaybillError("USAGE", `there is no namespace "${name}"`, { hint });
}
