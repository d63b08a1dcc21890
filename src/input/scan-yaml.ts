import { CST, Lexer } from "yaml";
import type { Bounds } from "./bounds.ts";
import { Fault } from "./fault.ts";
import { quote } from "./quote.ts";

/** What JSON has no word for, and why it is not read. */
const refused: ReadonlyMap<string, readonly [message: string, hint: string]> = new Map([
  ["anchor", ["anchors are not read", "write the value where it is used"]],
  ["alias", ["aliases are not read", "write the value out"]],
  ["tag", ["tags are not read", "write a plain value"]],
  ["directive-line", ["directives are not read", "remove the line, files are YAML 1.2"]],
  ["byte-order-mark", ["a byte order mark stands here", "remove it"]],
  ["flow-error-end", ["the text breaks off inside a flow collection", "close it"]],
]);

/** Each member has at most a name, a colon, a value and a comma; twice as many tokens leave room for space. */
const marksPerNode = 4;
const tokensPerNode = 8;
const marks = new Set(["scalar", "seq-item-ind", "explicit-key-ind", "map-value-ind", "comma"]);
const nesting = new Set(["seq-item-ind", "explicit-key-ind", "map-value-ind"]);
/** Tokens that stand for no character of the text. */
const invisible = new Set(["doc-mode", "scalar", "flow-error-end"]);
// The lexer speaks in control characters: none may come from the text, and YAML allows none there.
const control = /[^\P{Cc}\t\n\r\u0085]/u;

/**
 * Reads the marks of a YAML text one by one, before anything is built from them: the parser itself recurses,
 * and takes time beyond proportion for large or deep texts.
 * @throws Fault for what is no JSON, or beyond bounds
 */
export function scanYaml(text: string, bounds: Bounds): void {
  let offset = 0;
  let tokens = 0;
  let marked = 0;
  let started = false;
  let flowDepth = 0;
  let nestedInLine = 0;

  offset = text.search(control);
  if (offset !== -1) fail("a control character", "write it as an escape in double quotes");
  offset = 0;
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token) ?? "unknown";
    const refusal = refused.get(type);
    if (refusal !== undefined)
      fail(invisible.has(type) ? refusal[0] : `${refusal[0]}: ${quote(token)}`, refusal[1]);
    if (type === "doc-start" && started) fail("a second document begins here", "one file holds one document");
    if (type === "newline" || type === "doc-mode") nestedInLine = 0;
    if (nesting.has(type)) nestedInLine += 1;
    if (type === "flow-map-start" || type === "flow-seq-start") flowDepth += 1;
    if (type === "flow-map-end" || type === "flow-seq-end") flowDepth -= 1;
    if (flowDepth < 0) fail(`${quote(token)} closes nothing`, "mend the YAML syntax");
    // Inside a flow collection many pairs share a line without nesting.
    if (flowDepth > bounds.depth || (flowDepth === 0 && nestedInLine > bounds.depth + 1))
      fail(`values are nested more than ${bounds.depth} deep`, "flatten the file");
    tokens += 1;
    if (marks.has(type)) marked += 1;
    if (marked > bounds.nodes * marksPerNode || tokens > bounds.nodes * tokensPerNode)
      fail(`the file has more than ${bounds.nodes} values`, "split it");
    started ||= marks.has(type) || type === "doc-start" || flowDepth > 0;
    if (!invisible.has(type)) offset += token.length;
  }

  function fail(message: string, hint: string): never {
    throw new Fault(message, offset, "", hint);
  }
}
