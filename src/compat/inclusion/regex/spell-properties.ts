const ranges = new Map<string, string>();
let everything: readonly string[] | undefined;

/**
 * Spells `\p{…}` and `\P{…}` of a pattern that compiles under `u` out as ranges, by asking the regular expressions that
 * validators run: a table of our own would be of another Unicode version, and miss scripts they know.
 */
export function spellProperties(source: string): string {
  if (!/\\p\{/iu.test(source)) return source;
  let inside = false;
  // An escape is read as a whole, so that the "p" of `\\p` and the "]" of `\]` are not mistaken.
  return source.replace(/\\[pP]\{[^}]*\}|\\[\s\S]|[[\]]/gu, (token) => {
    if (token === "[") inside = true;
    if (token === "]") inside = false;
    if (!/^\\p\{/iu.test(token)) return token;
    return inside ? rangesOf(token) : `[${rangesOf(token)}]`;
  });
}

function rangesOf(property: string): string {
  const known = ranges.get(property);
  if (known !== undefined) return known;
  everything ??= [spell(0, 0xd7ff), "\ud800", spell(0xe000, 0x10ffff)];
  const runs = new RegExp(`${property}+`, "gu");
  const spelled = everything
    .flatMap((text) => text.match(runs) ?? [])
    .map((run) => {
      const first = run.codePointAt(0) ?? 0;
      // All halves of surrogate pairs have the same properties.
      if (first === 0xd800) return "\\u{d800}-\\u{dfff}";
      const last = run.codePointAt(run.length - (run.charCodeAt(run.length - 1) >> 10 === 0x37 ? 2 : 1)) ?? 0;
      return `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`;
    })
    .join("");
  ranges.set(property, spelled);
  return spelled;
}

function spell(first: number, last: number): string {
  const parts: string[] = [];
  for (let at = first; at <= last; at += 0x1000) {
    const count = Math.min(0x1000, last + 1 - at);
    parts.push(String.fromCodePoint(...Array.from({ length: count }, (_, index) => at + index)));
  }
  return parts.join("");
}
