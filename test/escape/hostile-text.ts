import fc from "fast-check";

/** Pieces that mean something to some target; a text is a few of them in a row. */
const pieces = [
  ..."\\`*_[]{}<>|~$!#&@:.,;/'\"=+-()%^\n\r\t ",
  ..."aZ09é漢😀",
  "\u0000\u0007\b\u001b[2J\u001b]0;x\u0007\u009b31m\u007f\u0085",
  "\u2028\u2029\u200b\u200d\u202e\u2066\u2069\ufeff\u00ad\u{e0041}",
  "\ud800\udc00\udfff",
].flatMap((text) => [...text]);

const phrases = [
  "*/",
  "/*",
  "//",
  "-->",
  "<!--",
  "]]>",
  "</script>",
  "<img src=x onerror=alert(1)>",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: hostile on purpose
  "${x}",
  "`",
  "```",
  "~~~",
  "{{",
  "{%",
  "{#",
  "| --- |",
  "\n# heading",
  "\n---\n",
  "\n===\n",
  "[a](javascript:alert(1))",
  "![a](http://x.y/z)",
  "<http://x.y>",
  "http://x.y/z",
  "www.x.yz",
  "a@b.cd",
  "@user",
  "#12",
  "1. ",
  "- ",
  "> ",
  "    code",
  "&lt;",
  "&#42;",
  "\\*",
  "::error::",
  "::stop-commands::x",
  "##[error]",
  "##vso[task.x]",
  "%0A",
  "@ts-ignore",
  "@internal",
  "@__PURE__",
  "#__NO_SIDE_EFFECTS__",
  "# sourceMappingURL=x",
  "');--",
  "\\'",
  '"; DROP TABLE x; --',
  "__proto__",
  "constructor",
  "then",
  "default",
  "class",
  "process.exit()",
  "\r\n",
];

/** Text no well-meaning person writes. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces),
      fc.constantFrom(...phrases),
      fc.string({ unit: "binary", maxLength: 6 }),
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(""));

/** The same runs each time unless a seed is given; what fails prints its seed. */
export const runs = { numRuns: 2_000, ...(process.env.FC_SEED ? { seed: Number(process.env.FC_SEED) } : {}) };
