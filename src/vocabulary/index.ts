/** Rival vocabularies mapped onto one, as data: what a word means, how sure that is, and what nobody can say. */
export { type DeclaredSource, readVocabularies, vocabulariesOf, type Vocabulary } from "./declaration.ts";
export { vocabulariesSchema } from "./declaration-schema.ts";
export { type Mapped, mapValue, mapWord, type Rule, type Source } from "./map-word.ts";
export { countedWords, type Row, tallyWords, type WordTally } from "./tally.ts";
