import type { Dialect, Json, JsonObject, ValidationError } from "../model.ts";
import type { Located, Resource } from "../schema/resources.ts";
import type { Notes } from "./notes.ts";

/** A place in the instance. */
export interface Spot {
  readonly value: Json;
  readonly parent: Spot | undefined;
  /** The member name or position under the parent. */
  readonly token: string | number;
}

/** An error that also says which keyword of which schema rejected, and why its branches did. */
export interface EvaluationError extends ValidationError {
  /** JSON Pointer to the rejecting keyword, in the document that holds it. */
  readonly schemaPointer: string;
  /** Retrieval URI of that document; `""` for the schema itself. */
  readonly document: string;
  /** What each alternative said, where the keyword tried several. */
  readonly causes: readonly EvaluationError[];
}

/** The dynamic scope: which schema resources evaluation went through, innermost first. */
export interface Frame {
  readonly resource: Resource;
  readonly node: Node | undefined;
  readonly spot: Spot | undefined;
  readonly parent: Frame | undefined;
}

/** Where a run writes. With neither errors nor notes wanted, keywords stop at the first answer. */
export interface Out {
  readonly errors: EvaluationError[] | undefined;
  readonly notes: Notes | undefined;
}

export type Check = (spot: Spot, frame: Frame, out: Out) => boolean;

/** A schema ready to run. Its checks are made when it first runs, so that recursion needs no care. */
export interface Node {
  readonly located: Located;
  readonly checks: () => readonly Check[];
  /** `unevaluated*`: they come last and need the notes of their neighbours. */
  readonly late: () => readonly Check[];
}

/** What a keyword may know of the schema it stands in. */
export interface Site {
  readonly keyword: string;
  readonly schema: JsonObject;
  readonly located: Located;
  readonly dialect: Dialect;
  readonly formats: ReadonlyMap<string, (text: string) => boolean> | undefined;
  /** The subschema at a pointer relative to this schema. */
  node(relative: string): Node;
  /** The schema a reference points to. @throws WaybillError where it points to nothing. */
  ref(reference: string): Node;
  /** The root of another resource. */
  rootOf(resource: Resource): Located | undefined;
  nodeOf(located: Located): Node;
  /** Writes the error of this keyword where errors are wanted, and answers false. */
  reject(spot: Spot, out: Out, message: string, params?: JsonObject, causes?: EvaluationError[]): false;
}

/** Makes the check of one keyword; undefined where its value has no effect. */
export type Compile = (value: Json, site: Site) => Check | undefined;
