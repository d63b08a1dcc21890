/** The nouns at the seams between rooms. Types only; they import one another and nothing else. */
export type * from "./model/document.ts";
export type * from "./model/generated.ts";
export type * from "./model/judgement.ts";
export type * from "./model/registry.ts";
