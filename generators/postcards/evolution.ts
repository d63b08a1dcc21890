import type { Unit } from "../../src/generate/contract.ts";
import { type Escaped, joinEscaped, ours } from "../../src/generate/templates.ts";
import { code, codes } from "./markdown.ts";
import type { Page } from "./page.ts";
import type { Row } from "./rows.ts";
import type { Card } from "./template.ts";
import { openLiterals } from "./type-words.ts";

const promises = new Map<string, Escaped>([
  [
    "additive",
    ours`Later versions only add: optional fields, and values where a field says "other". Nothing is removed, renamed or narrowed, so old and new readers read each other's data.`,
  ],
  ["full", ours`Readers of this version and of the next read each other's data.`],
  ["full_transitive", ours`Readers of all versions read each other's data.`],
  ["backward", ours`Readers of the next version read data of this one; the other way round is not promised.`],
  ["backward_transitive", ours`Readers of a later version read data of every earlier one.`],
  ["forward", ours`Readers of this version read data of the next one; the other way round is not promised.`],
  ["forward_transitive", ours`Readers of an earlier version read data of every later one.`],
  ["none", ours`No promise is made between versions.`],
]);

/** What the policy promises to those who hold this page. */
export function policyWords(unit: Unit): Escaped {
  const promise = promises.get(unit.policy);
  return ours`Policy ${code(unit.policy)}${promise === undefined ? ours`.` : ours`: ${promise}`}`;
}

/** Which fields may take values that this version does not list. */
export function growing(page: Page, rows: readonly Row[]): readonly Escaped[] {
  const open = rows.filter((row) => openLiterals(page, row.at) !== undefined).map((row) => row.path);
  return open.length === 0 ? [] : [ours`May grow: ${codes(open)}. Accept values you do not know.`];
}

/** How schemas and messages name this subject. */
export function references(unit: Unit): readonly Escaped[] {
  const urn = `urn:waybill:${unit.namespace}:${unit.name}`;
  return [
    ours`In a schema: ${code(`{"$ref": "${urn}"}`)}`,
    ours`For waybill: ${code(unit.address)}, or ${code(`${unit.subject}@latest`)}`,
    ours`In a message that names its schema by hash: ${code(unit.hash.replace(/^sha256:/, ""))}`,
  ];
}

/** All versions, newest first. */
export function history(unit: Unit): Card["history"] {
  const newest = unit.history.findLast((version) => !version.withdrawn)?.number;
  return unit.history.toReversed().map(({ number, hash, withdrawn }) => {
    const states = [
      ...(withdrawn ? [ours`withdrawn`] : []),
      ...(number === newest ? [ours`latest`] : []),
      ...(number === unit.number ? [ours`this page`] : []),
    ];
    return {
      version: number === unit.number ? ours`v${number}` : ours`[v${number}](v${number}.md)`,
      hash: code(shortHash(hash)),
      state: joinEscaped(states, ", "),
    };
  });
}

/** `sha256:` and the first twelve digits: enough to recognise, the whole one is at the top. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, "sha256:".length + 12)}…`;
}
