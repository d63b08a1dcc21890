import type { Json, Subject } from "../model.ts";
import { route, type Rule, type Stream } from "../streams/index.ts";
import { valueAt } from "../schema/pointer.ts";
import type { Judgement } from "./compile.ts";
import { type Filter, passes } from "./filter.ts";
import type { SubjectValidator, Validators } from "./subject.ts";

/** What became of one line. */
export type Outcome =
  | { readonly kind: "skipped" }
  | { readonly kind: "unrouted" }
  | { readonly kind: "judged"; readonly subject: string; readonly judgement: Judgement };

export type JudgeLine = (line: Json) => Outcome;

export interface Reach {
  /** Pointer to the instance inside a wrapped line; `""` where the line is the instance. */
  readonly at: string;
  /** On the whole line; lines that do not pass are not counted. */
  readonly where: readonly Filter[];
}

/** Judges every line by one subject. @throws WaybillError as `Validators.of` does. */
export function judgeBySubject(validators: Validators, address: string, reach: Reach): JudgeLine {
  const validator = validators.of(address);
  return reaching(reach, (instance) => judged(validator, instance));
}

/** Judges each line by the subject its stream routes it to, at the version the line names where it names one. */
export function judgeByStream(validators: Validators, stream: Stream, reach: Reach): JudgeLine {
  return reaching(reach, (instance) => {
    const rule = route(stream, instance);
    return rule === undefined ? { kind: "unrouted" } : judgeByRule(validators, rule, instance);
  });
}

function judgeByRule(validators: Validators, rule: Rule, instance: Json): Outcome {
  const latest = validators.of(rule.subject);
  const said = rule.version === undefined ? undefined : valueAt(instance, rule.version);
  if (rule.version === undefined || said === undefined) return judged(latest, instance);
  const number = versionNumber(latest.subject, said);
  if (number !== undefined) return judged(validators.of(`${rule.subject}@${number}`), instance);
  const known = latest.subject.versions.map((version) => version.number).join(", ");
  return failed(
    latest,
    rule.version,
    "version",
    `is no known version of ${rule.subject}, which has ${known || "none"}`,
  );
}

/** A wire spelling by `wireVersions` of the namespace, else the number itself. */
function versionNumber({ wireVersions, versions }: Subject, said: Json): number | undefined {
  const number = wireVersions.get(typeof said === "string" ? said : JSON.stringify(said)) ?? said;
  return versions.find((version) => version.number === number)?.number;
}

function reaching({ at, where }: Reach, judge: JudgeLine): JudgeLine {
  return (line) => {
    if (!passes(where, line)) return { kind: "skipped" };
    const instance = valueAt(line, at);
    return instance === undefined ? { kind: "unrouted" } : judge(instance);
  };
}

function judged({ subject, judge }: SubjectValidator, instance: Json): Outcome {
  return { kind: "judged", subject: subject.address, judgement: judge(instance) };
}

function failed({ subject }: SubjectValidator, pointer: string, keyword: string, message: string): Outcome {
  const judgement = { errors: [{ pointer, keyword, message, params: {} }], notes: [] };
  return { kind: "judged", subject: subject.address, judgement };
}
