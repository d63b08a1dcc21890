import { resolve } from "node:path";
import { type Loaded, loadRegistry as loadTree } from "../registry/load.ts";
import { folderTree } from "../registry/tree.ts";

/**
 * Reads a registry folder whole. Follows no link and reads nothing outside it.
 *
 * @param folder the folder that holds `waybill.lock` and the namespaces, such as `registry`.
 * @returns what could be read, and each malformed file once as a `WaybillError` with its place.
 * @throws WaybillError CANNOT_RUN where the disk refuses.
 */
export function loadRegistry(folder: string): Loaded {
  return loadTree(folderTree(resolve(folder), folder));
}
