// What generators hand over.

export interface GeneratedFile {
  /** Path inside the generator's folder, with `/`, e.g. `cogo.v1/JobStarted/v1.ts`. */
  readonly path: string;
  readonly text: string;
}
