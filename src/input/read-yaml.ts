import { isMap, isPair, isScalar, isSeq, type Node, parseDocument, type Scalar } from "yaml";
import type { Json, SourceDocument } from "../model.ts";
import { append, parsePointer } from "../schema/pointer.ts";
import { type Bounds, bounds } from "./bounds.ts";
import { decode } from "./decode.ts";
import { Fault, located } from "./fault.ts";
import { placeAt } from "./place.ts";
import { quote } from "./quote.ts";
import type { ReadOptions } from "./read-json.ts";
import { scanYaml } from "./scan-yaml.ts";
import { plainScalar } from "./yaml-scalar.ts";

/**
 * Reads one YAML 1.2 document as the JSON value it stands for: no anchors, aliases, tags, merge keys or directives,
 * and nothing that two readers could take differently.
 * @throws WaybillError MALFORMED at the first thing wrong, with line, column and pointer
 */
export function readYaml(source: string | Uint8Array, { file, profile }: ReadOptions): SourceDocument {
  const limits = bounds[profile];
  const text = decode(source, file, limits);
  const root = located(file, text, () => parse(text, limits));
  const value = located(file, text, () => convert(root, limits));
  return { file, text, value, place: (pointer) => ({ file, ...placeAt(text, locate(root, pointer)) }) };
}

function parse(text: string, limits: Bounds): Node {
  scanYaml(text, limits);
  const document = parseTree(text, limits);
  const [error] = document.errors;
  if (error !== undefined && overflow.test(error.message)) throw tooDeep(error.pos[0], limits);
  if (error !== undefined) throw new Fault(oneLine(error.message), error.pos[0], "", "mend the YAML syntax");
  if (document.contents === null || isBlank(document.contents))
    throw new Fault("the file is empty", 0, "", "write a value");
  return document.contents;
}

// Depth by indentation alone: a megabyte holds some 1,400 levels, more than the parser bears.
const overflow = /call stack/;

function tooDeep(offset: number, { depth }: Bounds): Fault {
  return new Fault(`values are nested more than ${depth} deep`, offset, "", "flatten the file");
}

function parseTree(text: string, limits: Bounds) {
  try {
    // Names are compared by us: the parser's own comparison takes quadratic time. Scalars stay text until `plainScalar`.
    return parseDocument(text, {
      schema: "failsafe",
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw tooDeep(0, limits);
  }
}

function convert(root: Node, limits: Bounds): Json {
  let nodes = 0;
  let pointers = 0;
  return build(root, "", 0);

  function build(node: unknown, pointer: string, depth: number): Json {
    nodes += 1;
    if (nodes > limits.nodes)
      fail(node, pointer, `the file has more than ${limits.nodes} values`, "split it");
    pointers += pointer.length;
    if (pointers > limits.pointers)
      fail(node, "", "the member names above many values are too long", "shorten the names");
    if (isScalar(node)) return scalar(node, pointer);
    if (depth >= limits.depth)
      fail(node, pointer, `values are nested more than ${limits.depth} deep`, "flatten the file");
    if (isSeq(node)) return node.items.map((item, index) => build(item, append(pointer, index), depth + 1));
    if (!isMap(node)) return null;
    const members = new Map<string, Json>();
    for (const { key, value } of node.items) {
      const name = memberName(key, pointer);
      const inside = append(pointer, name);
      if (members.has(name)) fail(key, inside, `member ${quote(name)} appears twice`, "keep one of the two");
      members.set(name, build(value, inside, depth + 1));
    }
    // Defines own members, whatever they are called.
    return Object.fromEntries(members);
  }

  function scalar(node: Scalar, pointer: string): Json {
    if (node.type !== "PLAIN") return text(node, pointer);
    const read = plainScalar(String(node.value ?? ""), limits);
    if ("refused" in read)
      return fail(node, pointer, `${read.refused}: ${quote(String(node.value))}`, read.hint);
    return read.value;
  }

  function text(node: Scalar, pointer: string): string {
    const value = String(node.value ?? "");
    if (/\p{Surrogate}/u.test(value))
      fail(node, pointer, "an escaped surrogate stands alone", "write the character itself");
    return value;
  }

  function memberName(key: unknown, pointer: string): string {
    if (!isScalar(key)) return fail(key, pointer, "a member name is no text", "write a name");
    const plain = key.type === "PLAIN";
    if (plain && key.value === "<<") fail(key, pointer, "merge keys are not read", "write the members out");
    if (plain && (key.value === "" || key.value === null))
      fail(key, pointer, "a member has no name", 'write the empty name as ""');
    return text(key, pointer);
  }
}

function fail(node: unknown, pointer: string, message: string, hint: string): never {
  throw new Fault(message, offsetOf(node) ?? 0, pointer, hint);
}

function offsetOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
}

/** Offset of the value at a pointer, or of its nearest existing ancestor. */
function locate(root: Node, pointer: string): number {
  let node: unknown = root;
  let offset = offsetOf(root) ?? 0;
  for (const token of parsePointer(pointer) ?? []) {
    node = step(node, token);
    if (node === undefined) break;
    offset = offsetOf(node) ?? offset;
  }
  return offset;
}

function step(node: unknown, token: string): unknown {
  if (isSeq(node)) return /^(0|[1-9]\d*)$/.test(token) ? node.items[Number(token)] : undefined;
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value ?? "") === token);
  return isPair(pair) ? (pair.value ?? pair.key) : undefined;
}

function isBlank(node: Node): boolean {
  return isScalar(node) && node.type === "PLAIN" && (node.value === "" || node.value === null);
}

function oneLine(message: string): string {
  return message.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").slice(0, 160);
}
