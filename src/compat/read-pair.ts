import { WaybillError } from "../errors.ts";
import type { Dialect, Json } from "../model.ts";
import { isSchema } from "../schema/children.ts";
import { isObject, own } from "../schema/json.ts";
import type { Pair } from "./prove-pairs.ts";

const dialects: ReadonlyMap<string, Dialect> = new Map([
  ["draft4", "draft-04"],
  ["draft-04", "draft-04"],
  ["draft6", "draft-06"],
  ["draft-06", "draft-06"],
  ["draft7", "draft-07"],
  ["draft-07", "draft-07"],
  ["2019-09", "2019-09"],
  ["draft2019-09", "2019-09"],
  ["2020-12", "2020-12"],
  ["draft2020-12", "2020-12"],
]);

/**
 * One line of a pairs file: `{id, old, new, draft?, expect?, check?}`. The draft speaks for schemas that declare none.
 * @throws WaybillError MALFORMED where a member is missing or of another kind.
 */
export function readPair(row: Json, file: string, line: number): Pair {
  const wrong = (what: string) =>
    new WaybillError("MALFORMED", what, {
      place: { file, line },
      hint: "a line is {id, old, new, draft?, expect?, check?}",
    });
  if (!isObject(row)) throw wrong("a line of a pairs file is an object");
  const old = own(row, "old");
  const next = own(row, "new");
  if (!isSchema(old) || !isSchema(next)) throw wrong('"old" and "new" are schemas');
  const draft = own(row, "draft");
  const dialect = typeof draft === "string" ? dialects.get(draft) : undefined;
  if (draft !== undefined && dialect === undefined)
    throw wrong(`no dialect is called ${JSON.stringify(draft)}`);
  const expect = own(row, "expect");
  const check = own(row, "check");
  const id = own(row, "id");
  return {
    id: typeof id === "string" ? id : `line ${line}`,
    old,
    new: next,
    dialect,
    expect: isObject(expect) ? expect : {},
    check: typeof check === "string" ? check : undefined,
  };
}
