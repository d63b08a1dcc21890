import { WaybillError } from "../errors.ts";
import { formats as ownFormats } from "../formats/index.ts";
import type { JsonObject, Schema } from "../model.ts";
import { isObject, own } from "../schema/json.ts";
import { append } from "../schema/pointer.ts";
import { type IndexOptions, indexSchema, type Located, type SchemaIndex } from "../schema/resources.ts";
import { isLegacy } from "../schema/identify.ts";
import type { Check, Compile, Node, Site, Spot } from "./node.ts";
import { mostErrors } from "./run.ts";
import { compilers, lateCompilers } from "./table.ts";
import { speaks } from "./vocabulary.ts";

export interface EvaluateOptions extends IndexOptions {
  /** `annotate` (the default) lets every `format` pass. */
  readonly formats?: "assert" | "annotate" | undefined;
  /** The tests that `assert` runs, by format name; our own where absent. */
  readonly formatTests?: ReadonlyMap<string, (text: string) => boolean> | undefined;
}

export interface Compiled {
  readonly index: SchemaIndex;
  readonly root: Node;
  nodeOf(located: Located): Node;
}

/**
 * Closures over an indexed schema, each made when it is first needed.
 * @throws WaybillError, when run, where a reference points to nothing or a pattern is no regular expression.
 */
export function compile(schema: Schema, options: EvaluateOptions = {}): Compiled {
  const index = indexSchema(schema, options);
  const formats = options.formats === "assert" ? (options.formatTests ?? ownFormats) : undefined;
  const nodes = new Map<Located, Node>();

  function nodeOf(located: Located): Node {
    const known = nodes.get(located);
    if (known !== undefined) return known;
    const node: Node = {
      located,
      checks: once(() => checksOf(located, compilers)),
      late: once(() => checksOf(located, lateCompilers)),
    };
    nodes.set(located, node);
    return node;
  }

  function checksOf(located: Located, table: ReadonlyMap<string, Compile>): readonly Check[] {
    const { schema } = located;
    if (typeof schema === "boolean") return schema || table !== compilers ? [] : [never(located)];
    const hidden = isLegacy(located.dialect) && typeof own(schema, "$ref") === "string";
    const made: Check[] = [];
    for (const [keyword, compileKeyword] of table) {
      if (!Object.hasOwn(schema, keyword) || (hidden && keyword !== "$ref")) continue;
      if (!speaks(keyword, located)) continue;
      const check = compileKeyword(schema[keyword] ?? null, siteOf(located, schema, keyword));
      if (check !== undefined) made.push(check);
    }
    return made;
  }

  function siteOf(located: Located, schema: JsonObject, keyword: string): Site {
    const missing = (what: string) =>
      new WaybillError("MALFORMED", what, { place: { pointer: append(located.pointer, keyword) } });
    return {
      keyword,
      schema,
      located,
      dialect: located.dialect,
      formats,
      node(relative) {
        const below = index.at(located, relative);
        if (below === undefined) throw missing(`"${keyword}" holds no schema at "${relative}"`);
        return nodeOf(below);
      },
      ref(reference) {
        const target = index.resolve(reference, located);
        if (target === undefined) throw missing(`reference "${reference}" points to nothing`);
        return nodeOf(target);
      },
      rootOf: (resource) => index.at(resource, ""),
      nodeOf,
      reject: rejecting(located, keyword),
    };
  }

  return { index, root: nodeOf(index.root), nodeOf };
}

function never(located: Located): Check {
  const reject = rejecting(located, "false schema");
  return (spot, _frame, out) => reject(spot, out, "must not be present");
}

function rejecting({ pointer, document, schema }: Located, keyword: string): Site["reject"] {
  const schemaPointer = isObject(schema) ? append(pointer, keyword) : pointer;
  return (spot, out, message, params = {}, causes = []) => {
    if (out.errors !== undefined && out.errors.length < mostErrors)
      out.errors.push({
        pointer: pointerOf(spot),
        keyword,
        message,
        params,
        schemaPointer,
        document,
        causes,
      });
    return false;
  };
}

function pointerOf(spot: Spot): string {
  return spot.parent === undefined ? "" : append(pointerOf(spot.parent), spot.token);
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
