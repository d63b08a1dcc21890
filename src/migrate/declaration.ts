import { requireSettings } from "../config/settings.ts";
import { WaybillError } from "../errors.ts";
import type { Json, JsonObject, SourceDocument } from "../model.ts";
import { isArray, isObject, own } from "../schema/json.ts";
import { parsePointer } from "../schema/pointer.ts";
import { readCondition } from "../streams/index.ts";
import { migrationSchema } from "./declaration-schema.ts";
import type { Path } from "./path.ts";
import type { Step } from "./step.ts";
import type { Rung, When } from "./upgrade.ts";

/** One file of `migrations/`. */
export interface Migration extends Rung {
  readonly document: SourceDocument;
  readonly fixtures: readonly Fixture[];
}

/** A pair that proves a migration: what it takes and exactly what it makes of it. */
export interface Fixture {
  readonly before: Json;
  readonly after: Json;
  /** Pointer to the pair in the file. */
  readonly pointer: string;
}

/** Reads one migration. @throws WaybillError MALFORMED at the member that is wrong, with a suggestion. */
export function readMigration(document: SourceDocument): Migration {
  const settings = requireSettings(document, migrationSchema, "MALFORMED");
  const refuse = (pointer: string, message: string, hint: string): never => {
    throw new WaybillError("MALFORMED", message, { place: { ...document.place(pointer), pointer }, hint });
  };
  const from = own(settings, "from");
  const to = Number(own(settings, "to"));
  if (typeof from === "number" && from >= to) {
    refuse("/to", `a migration leads upwards, not from ${from} to ${to}`, "name a later version");
  }
  const when = whenOf(own(settings, "when"));
  if (typeof from === "string" && when.length === 0) {
    refuse(
      "/from",
      `nothing tells which values are of shape "${from}"`,
      "add `when`, e.g. { name: { present: true } }",
    );
  }
  return {
    document,
    from: typeof from === "number" ? from : String(from),
    to,
    when,
    steps: list(own(settings, "steps")).flatMap(stepsOf),
    fixtures: list(own(settings, "fixtures")).map((pair, index) => ({
      before: (isObject(pair) ? own(pair, "before") : undefined) ?? null,
      after: (isObject(pair) ? own(pair, "after") : undefined) ?? null,
      pointer: `/fixtures/${index}`,
    })),
  };
}

function whenOf(value: Json | undefined): readonly When[] {
  if (!isObject(value)) return [];
  return Object.entries(value).map(([key, wanted]) => {
    const { pointer, holds } = readCondition(key, wanted);
    const startsWith = isObject(wanted) ? own(wanted, "startsWith") : undefined;
    return { at: pathOf(pointer), holds: typeof startsWith === "string" ? { startsWith } : holds };
  });
}

/** The schema has checked the form: one known name, and what it needs. */
function stepsOf(step: Json): readonly Step[] {
  if (!isObject(step)) return [];
  return Object.entries(step).flatMap(([name, said]) => (isObject(said) ? stepOf(name, said) : []));
}

function stepOf(name: string, said: JsonObject): readonly Step[] {
  const at = pathOf(own(said, "field"));
  const to = own(said, "to");
  const value = own(said, "value") ?? null;
  const words = own(said, "words");
  switch (name) {
    case "rename":
      return [{ do: "move", at, to: [...at.slice(0, -1), String(to)] }];
    case "move":
      return [{ do: "move", at, to: pathOf(to) }];
    case "default":
      return [{ do: "default", at, value }];
    case "set":
      return [{ do: "set", at, value }];
    case "map":
      return [
        {
          do: "map",
          at,
          words: isObject(words) ? words : {},
          otherwise: own(said, "otherwise") === "keep" ? "keep" : "refuse",
        },
      ];
    case "hash":
      return [{ do: "hash", at, prefix: String(own(said, "prefix")) }];
    case "remove":
      return [{ do: "remove", at }];
    default:
      return [];
  }
}

function pathOf(pointer: Json | undefined): Path {
  return (typeof pointer === "string" ? parsePointer(pointer) : undefined) ?? [];
}

function list(value: Json | undefined): readonly Json[] {
  return isArray(value) ? value : [];
}
