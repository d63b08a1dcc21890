/** Findings that speak of a verdict or a policy and not of one kind of change. */
export interface VerdictRule {
  readonly id: string;
  readonly summary: string;
  readonly why: string;
  readonly fix: string;
}

export const incompatible: VerdictRule = {
  id: "INCOMPATIBLE",
  summary: "a document of one version is rejected by another",
  why: "The witness may be written under one version and is rejected by the other; no single change explains it.",
  fix: "Undo the changes at the place named, one by one, until the witness is accepted.",
};

export const undecided: VerdictRule = {
  id: "UNDECIDED",
  summary: "neither a proof nor a counterexample was found",
  why: "Compatibility that is not proved is not assumed.",
  fix: "State the change with simpler keywords, split it into smaller ones, or accept it with a reason.",
};

export const nothingWritable: VerdictRule = {
  id: "NOTHING_WRITABLE",
  summary: "no document can be written under the schema",
  why: "It accepts documents, but only with members that it does not declare, so its writers could write nothing.",
  fix: "Declare the members it asks for under properties; let alternatives exclude each other by a required member with a const.",
};

export const tombstoneReused: VerdictRule = {
  id: "TOMBSTONE_REUSED",
  summary: "a retired member name came back",
  why: "Old documents may hold the name with its old meaning.",
  fix: "Choose another name.",
};

/** Each of them, for `explain` and the generated page. */
export const verdictRules: readonly VerdictRule[] = [
  incompatible,
  undecided,
  nothingWritable,
  tombstoneReused,
];
