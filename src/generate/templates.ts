import Handlebars from "handlebars";

declare const escaped: unique symbol;

/** Text that went through the escape function of its target. A template takes no other text. */
export type Escaped = string & { readonly [escaped]: true };

/** What a name in a template may stand for: escaped text, a flag, or a list to loop over. */
export type Slot = Escaped | boolean | readonly (Escaped | object)[];
type View<V> = { readonly [K in keyof V]: Slot };

const engine = Handlebars.create();
for (const helper of ["log", "lookup", "with"]) engine.unregisterHelper(helper);

/**
 * An escape function as the door into templates: what it returns may be printed.
 * The compiler holds the rule that no unescaped text reaches a template.
 */
export function escaping(escapeText: (text: string) => string): (text: string) => Escaped {
  return (text) => escapeText(text) as Escaped;
}

/** Several pieces that are escaped already, put together with separators of our own. */
export function joinEscaped(pieces: readonly Escaped[], separator = ""): Escaped {
  return pieces.join(separator) as Escaped;
}

/** Words of our own, written in this code base and nowhere else; never for text that was read. */
export function ours(text: TemplateStringsArray, ...pieces: readonly (Escaped | number)[]): Escaped {
  return String.raw({ raw: text }, ...pieces) as Escaped;
}

/**
 * A template as a function. Names that the view lacks, and helpers other than `each`, `if` and `unless`, are
 * errors; members of prototypes are out of reach. Handlebars escapes nothing: values arrive escaped.
 */
export function compileTemplate<V extends View<V>>(source: string): (view: V) => string {
  const template = engine.compile<V>(source, {
    noEscape: true,
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: { log: false, lookup: false, with: false, helperMissing: false, blockHelperMissing: false },
  });
  return (view) =>
    template(view, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
}
