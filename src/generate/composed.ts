import { composeDocument } from "../../generators/postcards/index.ts";
import { WaybillError } from "../errors.ts";
import type { GeneratedFile, Registry } from "../model.ts";
import type { Unit } from "./contract.ts";
import { type DocumentDeclaration, readDocuments } from "./documents.ts";

/** A page some namespace declares, with its text. */
export interface ComposedDocument {
  readonly namespace: string;
  readonly declaration: DocumentDeclaration;
  /** `path` is relative to the folder of `waybill.yaml`, not to the output folder. */
  readonly file: GeneratedFile;
}

/**
 * The composed pages of all namespaces, in order of namespace and declaration.
 * @param postcards the folder of the postcards, relative to the folder of `waybill.yaml`, for links
 * @throws WaybillError MALFORMED for a declaration that is not as it should be, and for a path declared twice
 */
export function composedDocuments(
  registry: Registry,
  units: readonly Unit[],
  postcards: string,
): readonly ComposedDocument[] {
  const seen = new Map<string, string>();
  return [...registry.namespaces.values()].flatMap((namespace) =>
    readDocuments(namespace).map((declaration, index) => {
      const folded = declaration.path.toLowerCase();
      const other = seen.get(folded);
      if (other !== undefined) {
        const place = namespace.document.place(`/documents/${index}/path`);
        throw new WaybillError("MALFORMED", `"${declaration.path}" is declared by "${other}" as well`, {
          place,
          hint: "one page, one declaration",
        });
      }
      seen.set(folded, namespace.name);
      const text = composeDocument(declaration, units, postcards);
      return { namespace: namespace.name, declaration, file: { path: declaration.path, text } };
    }),
  );
}
