import { type Escaped, escaping, joinEscaped, ours } from "../../src/generate/templates.ts";
import type { Json } from "../../src/model.ts";
import { isArray, isObject, own } from "../../src/schema/json.ts";
import { code, text } from "./markdown.ts";
import { keyword, type Page } from "./page.ts";
import type { Row } from "./rows.ts";
import type { Card, HandlingLine } from "./template.ts";

/** Fields that say who assigns, stores or redacts them. */
export function handlingLines(rows: readonly Row[]): readonly HandlingLine[] {
  return rows.flatMap((row) => {
    const [assigned, storage, redact] = ["x-assigned-by", "x-storage", "x-redact"].map((name) =>
      keyword(row.at, name),
    );
    if (assigned === undefined && storage === undefined && redact === undefined) return [];
    return [
      {
        field: code(row.path),
        assignedBy: words(assigned),
        stored: storageWords(storage),
        redaction: words(redact),
      },
    ];
  });
}

/** `x-storage`: `json`, or column, type and key by name. */
function storageWords(storage: Json | undefined): Escaped {
  if (!isObject(storage)) return words(storage);
  const parts = Object.keys(storage).map((name) => ours`${text(name)} ${words(own(storage, name))}`);
  return parts.length === 0 ? ours`–` : joinEscaped(parts, ", ");
}

function words(value: Json | undefined): Escaped {
  if (value === undefined) return ours`–`;
  return typeof value === "string"
    ? code(value)
    : isArray(value)
      ? joinEscaped(value.map(words), ", ")
      : code(JSON.stringify(value));
}

/** `x-invariants` of the schema and of its fields, in the author's words. */
export function invariantLines(page: Page, rows: readonly Row[]): readonly Escaped[] {
  const ofRoot = statements(keyword(page.index.root, "x-invariants"));
  const ofFields = rows.flatMap((row) =>
    statements(keyword(row.at, "x-invariants")).map((said) => ours`${code(row.path)}: ${said}`),
  );
  return [...ofRoot, ...ofFields];
}

function statements(value: Json | undefined): readonly Escaped[] {
  if (typeof value === "string") return [text(value)];
  if (isArray(value)) return value.flatMap(statements);
  if (!isObject(value)) return [];
  const said = ["words", "rule", "description", "text", "says"]
    .map((name) => own(value, name))
    .find((part) => typeof part === "string");
  return typeof said === "string" ? [text(said)] : [code(JSON.stringify(value))];
}

/** Which columns say anything, and the heading that names these. */
export function handlingColumns(lines: readonly HandlingLine[]): HandlingColumns {
  const hasAssigned = lines.some(({ assignedBy }) => assignedBy !== "–");
  const hasStored = lines.some(({ stored }) => stored !== "–");
  const hasRedaction = lines.some(({ redaction }) => redaction !== "–");
  const topics = [
    ...(hasAssigned ? [ours`provenance`] : []),
    ...(hasStored ? [ours`storage`] : []),
    ...(hasRedaction ? [ours`redaction`] : []),
  ];
  return { handlingHeading: capital(listed(topics)), hasAssigned, hasStored, hasRedaction };
}

type HandlingColumns = Pick<Card, "handlingHeading" | "hasAssigned" | "hasStored" | "hasRedaction">;

/** a, b and c */
function listed(words: readonly Escaped[]): Escaped {
  const [last, ...others] = words.toReversed();
  if (last === undefined || others.length === 0) return last ?? ours``;
  return ours`${joinEscaped(others.toReversed(), ", ")} and ${last}`;
}

const capital = escaping((words) => words.charAt(0).toUpperCase() + words.slice(1));
