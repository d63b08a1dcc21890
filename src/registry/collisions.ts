import { WaybillError } from "../errors.ts";
import { collidingNames } from "../input/index.ts";
import type { Tree } from "./tree.ts";

/** Names that are one and the same where a disk folds case or composes letters. */
export function collisions(
  entries: readonly { readonly name: string }[],
  folder: string,
  tree: Tree,
): readonly WaybillError[] {
  return collidingNames(entries.map(({ name }) => name)).map(
    ([name, earlier]) =>
      new WaybillError("MALFORMED", `"${name}" and "${earlier}" are one name on some disks`, {
        place: { file: tree.shown(folder === "" ? name : `${folder}/${name}`) },
        hint: "rename one of the two",
      }),
  );
}
