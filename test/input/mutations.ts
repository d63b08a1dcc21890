import fc from "fast-check";

/** Fragments that mean something to a JSON or YAML reader. */
const fragments = [
  ..."{}[]:,\"'\\-+.0eE #&*!|>%@`~\n\r\t\u0000\u001f\u007f\u2028\ufeff",
  "\\u0061",
  "\\ud800",
  "\\udc00",
  "\\ud83d\\ude00",
  "true",
  "null",
  "1e400",
  "9007199254740993",
  "-0",
  "1.0",
  '"a":1,',
  '"__proto__":',
  "<<: ",
  "- ",
  "? ",
  ": ",
  "---\n",
  "...\n",
  "&a ",
  "*a",
  "!!str ",
  "\n  ",
  "😀",
  "0x1f",
  "yes",
  ".inf",
  "//",
  "/*",
];

/** One edit of a text: something inserted, removed, repeated or moved. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  kind: fc.constantFrom("insert", "remove", "repeat", "swap"),
  fragment: fc.constantFrom(...fragments),
});

/** A JSON text, written with or without space, with a few edits. */
export const damagedJson = fc
  .tuple(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 1, 2, "\t"), fc.array(edit, { maxLength: 4 }))
  .map(([json, space, edits]) => edits.reduce(apply, JSON.stringify(JSON.parse(json), null, space)));

/** A YAML text in the styles people write, with a few edits. */
export const damagedYaml = fc
  .tuple(
    fc.constantFrom(
      "title: A\nowners:\n  - a\n  - b\npolicy: additive\n",
      "a: {b: [1, two, 'three', \"four\"], c: null}\n",
      "text: |\n  one\n  two\nfolded: >-\n  three\n  four\n",
      "- a: 1\n  b: 2\n- - x\n  - y\n- ~\n",
      '"quoted key": 1.5\n? complex\n: value\n# comment\nlast: true\n',
    ),
    fc.array(edit, { minLength: 1, maxLength: 5 }),
  )
  .map(([text, edits]) => edits.reduce(apply, text));

function apply(
  text: string,
  { at, length, kind, fragment }: { at: number; length: number; kind: string; fragment: string },
) {
  const start = Math.floor(at * text.length);
  const end = Math.min(text.length, start + length);
  const [before, piece, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  if (kind === "insert") return before + fragment + piece + after;
  if (kind === "remove") return before + after;
  return kind === "repeat" ? before + piece + piece + after : piece + before + after;
}
