import type { Located, SchemaIndex } from "../../../src/schema/resources.ts";
import type { Docs } from "../docs.ts";
import type { Kinds } from "../kinds.ts";
import type { Named, Type } from "../type.ts";

/** What turning one document's schemas into types needs to know. */
export interface Context {
  readonly index: SchemaIndex;
  /** The kinds the instances of a schema can have, at most. */
  kindsOf(at: Located): Kinds;
  /** The name a schema is declared or imported under; asking for it has it declared. */
  nameOf(at: Located): Named;
  docsOf(at: Located): Docs | undefined;
  /** What was made of a schema already: conditions and negations look at one from several sides. */
  once(at: Located, question: string, answer: () => Type): Type;
  /** A reference that points to nothing: its type is `unknown`, and the caller is told. */
  unresolved(reference: string, at: Located): void;
}
