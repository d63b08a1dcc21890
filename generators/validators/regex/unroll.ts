import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";

/**
 * A pattern with its fixed repetitions of one character written out: `[set]{4}` as `[set]{2}[set]{2}`. V8 writes out
 * up to three of them itself and counts the others in a loop, which takes about half as long again; pairs compress best.
 */
export function unroll(source: string, flags: "" | "u"): string {
  if (!source.includes("{")) return source;
  const pattern = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, 0, source.length, {
    unicode: flags === "u",
  });
  const found: AST.Quantifier[] = [];
  visitRegExpAST(pattern, {
    onQuantifierEnter(quantifier) {
      const { element, min, max } = quantifier;
      if (min === max && min > 3 && isSingle(element)) found.push(quantifier);
    },
  });
  let out = "";
  let end = 0;
  for (const quantifier of found) {
    out += source.slice(end, quantifier.start) + repeated(quantifier.element.raw, quantifier.min);
    end = quantifier.end;
  }
  return out + source.slice(end);
}

function isSingle({ type, raw }: AST.QuantifiableElement): boolean {
  // An escape that ends in a digit would swallow one that follows it.
  return type === "CharacterClass" || type === "CharacterSet" || (type === "Character" && raw[0] !== "\\");
}

/** So many of one character; from 16 on in a loop over eight. */
function repeated(one: string, times: number): string {
  const loops = times < 16 ? 0 : Math.floor(times / 8);
  const loop = loops === 0 ? "" : `(?:${inPairs(one, 8)}){${loops}}`;
  return loop + inPairs(one, times - 8 * loops);
}

function inPairs(one: string, times: number): string {
  return `${one}{2}`.repeat(times >> 1) + (times % 2 === 0 ? "" : one);
}
