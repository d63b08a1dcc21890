import { type Concatenation, type Element, JS } from "refa";
import { runsAreFew } from "./few-runs.ts";
import { isEdge, positionsOf } from "./positions.ts";

/**
 * Whether a pattern (flag `u`) is proved to match in linear time: it is anchored at the start or repeats nothing for
 * long, and no text can be read by it in more than a few ways at once, so that there are few to go back to. At most
 * points of most patterns there is but one (strongly one-unambiguous, after Brüggemann-Klein and Wood). Of patterns that
 * are not proved this says nothing.
 */
export function isProvedLinear(pattern: string): boolean {
  try {
    const { expression } = JS.Parser.fromLiteral({ source: pattern, flags: "u" }).parse({
      assertions: "parse",
      backreferences: "throw",
      // Simplified, `(a|a)*` would look as harmless as `a*`.
      simplify: false,
      maxNodes: 2_000,
    });
    const alternatives = expression.alternatives.map(withoutAnchors);
    const anchored = alternatives.every(({ atStart }) => atStart);
    return runsAreFew(
      positionsOf(
        alternatives.map(({ elements }) => elements),
        anchored,
      ),
    );
  } catch {
    // Ambiguous, no pattern, or with look-arounds and references this cannot read: `recheck` decides.
    return false;
  }
}

function withoutAnchors({ elements }: Concatenation): { elements: readonly Element[]; atStart: boolean } {
  const atStart = isEdge(elements[0], "behind");
  const inner = elements.slice(atStart ? 1 : 0);
  return { elements: isEdge(inner.at(-1), "ahead") ? inner.slice(0, -1) : inner, atStart };
}
