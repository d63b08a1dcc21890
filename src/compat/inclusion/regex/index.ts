export { type Dfa, makeDfa } from "./dfa.ts";
export { buildNfa } from "./nfa.ts";
export { shortestWord, type WordAnswer, type WordQuery } from "./shortest-word.ts";
