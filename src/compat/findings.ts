import type { Direction, Finding, Severity, Verdict, Witness } from "../model.ts";
import type { Fact } from "./changes/index.ts";
import { fingerprint } from "./fingerprint.ts";
import type { JudgedVersion, JudgeInput } from "./judged.ts";
import { fixFor } from "./rules/fix.ts";
import { rules } from "./rules/index.ts";
import { propertyAt } from "../schema/pointer.ts";
import { incompatible, nothingWritable, undecided, type VerdictRule } from "./verdict-rules.ts";

/** What a finding speaks of: the version looked back at, and the question. */
export interface About {
  readonly input: JudgeInput;
  readonly version: JudgedVersion;
}

/** A change that breaks, is forbidden, or is only told of. */
export function told(
  about: About,
  change: Fact,
  severity: Severity,
  direction: Direction | null,
  witness: Witness | undefined,
): Finding {
  const rule = rules.find(({ id }) => id === change.rule);
  const { member = propertyAt(change.newPointer ?? change.oldPointer ?? ""), values } = change;
  const fix = fixFor(change.fix ?? rule?.fix ?? "", { subject: about.input.subject, member, values });
  return finding(about, {
    rule: { id: change.rule, summary: "", why: rule?.why ?? "", fix },
    severity,
    direction,
    message: change.message,
    oldPointer: change.oldPointer ?? null,
    newPointer: change.newPointer ?? null,
    witness,
    member: change.member,
  });
}

/** A question without an answer; the pointer is the reader's. */
export function doubt(
  about: About,
  direction: Direction,
  verdict: Verdict & { verdict: "undecided" },
): Finding {
  return finding(about, {
    rule: undecided,
    severity: "error",
    direction,
    message: `${direction} compatibility is undecided: ${verdict.reason}`,
    oldPointer: direction === "forward" ? verdict.pointer : null,
    newPointer: direction === "backward" ? verdict.pointer : null,
    witness: undefined,
  });
}

/** A witness that no single change explains. */
export function unexplained(
  about: About,
  direction: Direction,
  { rejectedAt, witness }: { readonly rejectedAt: string; readonly witness: Witness },
): Finding {
  const side = direction === "backward" ? "new" : "old";
  return finding(about, {
    rule: incompatible,
    severity: "error",
    direction,
    message: `the ${side} schema rejects a document of the ${side === "new" ? "old" : "new"} one`,
    oldPointer: direction === "forward" ? rejectedAt : null,
    newPointer: direction === "backward" ? rejectedAt : null,
    witness,
  });
}

/** A schema under which nothing can be written, so that every comparison with it would be empty talk. */
export function barren(input: JudgeInput): Finding {
  const version = { ...input.next, withdrawn: false, barrier: false };
  const one = finding(
    { input, version },
    {
      rule: nothingWritable,
      severity: "error",
      direction: null,
      message: nothingWritable.summary,
      oldPointer: null,
      newPointer: "",
      witness: undefined,
    },
  );
  return { ...one, from: null };
}

interface Parts {
  readonly rule: VerdictRule;
  readonly severity: Severity;
  readonly direction: Direction | null;
  readonly message: string;
  readonly oldPointer: string | null;
  readonly newPointer: string | null;
  readonly witness: Witness | undefined;
  readonly member?: string | undefined;
}

export function finding({ input, version }: About, parts: Parts): Finding {
  const { rule, witness, direction, member, ...rest } = parts;
  const [writer, reader] = direction === "forward" ? [input.next, version] : [version, input.next];
  return {
    ...rest,
    rule: rule.id,
    direction,
    subject: input.subject,
    from: version.address,
    to: input.next.address,
    file: null,
    line: null,
    column: null,
    why: rule.why,
    fix: rule.fix,
    witness: witness
      ? {
          instance: witness.instance,
          acceptedBy: writer.address,
          rejectedBy: reader.address,
          errors: witness.errors.map(({ pointer, keyword, message, params }) => ({
            pointer,
            keyword,
            message,
            params,
          })),
        }
      : null,
    fingerprint: fingerprint(
      rule.id,
      input.subject,
      version,
      input.next,
      parts.oldPointer,
      parts.newPointer,
      member,
    ),
  };
}
