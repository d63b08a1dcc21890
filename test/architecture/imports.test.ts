import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";

/** What a room must never import, and why. `from` and `banned` match paths; a specifier outside the project is itself. */
const bans: readonly { readonly from: RegExp; readonly banned: RegExp; readonly why: string }[] = [
  {
    from: /^src\/model(\.ts$|\/)/,
    banned: /^(?!src\/model\/)/,
    why: "the nouns depend on nothing, so that every room may depend on them",
  },
  {
    from: /^src\/compat\//,
    banned:
      /^(node:(fs|child_process|net|http)|src\/(registry|report|generate|cli|check|streams|validate)\/)/,
    why: "verdicts are pure: two schemas in, a verdict out, also in a browser",
  },
  {
    from: /^src\/(evaluate|schema|canonical|formats)\//,
    banned: /^(node:(fs|child_process|net|http)|src\/(registry|cli|check|generate|compat)\/)/,
    why: "lower rooms know nothing of those above",
  },
  {
    from: /^src\/report\//,
    banned: /^(node:|src\/(?!report\/|model\.ts|escape\/))/,
    why: "a report prints what it is given",
  },
  { from: /^generators\//, banned: /^node:(fs|child_process|net|http)/, why: "generators are data to data" },
  {
    from: /^generators\/(types)\//,
    banned: /^generators\/(?!types\/)/,
    why: "generators do not know each other",
  },
  {
    from: /^generators\/(validators)\//,
    banned: /^generators\/(?!validators\/)/,
    why: "generators do not know each other",
  },
  {
    from: /^generators\/(postcards)\//,
    banned: /^generators\/(?!postcards\/)/,
    why: "generators do not know each other",
  },
  {
    from: /^(src|generators)\//,
    banned: /^(generated|test)\//,
    why: "what is generated and what is evidence hold nothing up",
  },
  {
    from: /^(src|generators)\/(?!generate\/templates\.ts)/,
    banned: /^handlebars$/,
    why: "one place compiles templates, where no value is unescaped",
  },
  {
    from: /^src\/memory\//,
    banned: /^src\/(?!memory\/|canonical\/|model\.ts)/,
    why: "a memory keeps what it is told, and knows nothing of what that means",
  },
  { from: /^src\/(?!cli\/)/, banned: /^yargs$/, why: "one room reads the command line" },
  {
    from: /^(src|generators)\//,
    banned: /^node:(net|http|https|http2|tls|dgram|dns)$/,
    why: "no network, ever",
  },
];

const files = ["src", "generators"].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `${root}/${path.replaceAll("\\", "/")}`),
);

function imports(file: string): readonly string[] {
  const text = readFileSync(file, "utf8");
  // Type-only imports leave no trace at run time, but a room that names another's types knows it all the same.
  const specifiers = [
    ...text.matchAll(
      /^\s*(?:import|export)\b[^"'`;=]*?\bfrom\s+"([^"]+)"|^\s*import\s+"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm,
    ),
  ];
  return specifiers.map(([, named, bare, lazy]) => {
    const specifier = named ?? bare ?? lazy ?? "";
    return specifier.startsWith(".")
      ? relative(".", normalize(join(dirname(file), specifier))).replaceAll("\\", "/")
      : specifier;
  });
}

describe("rooms", () => {
  it("are there", () => expect(files.length).toBeGreaterThan(50));

  it.each(bans.map((ban) => [ban.why, ban] as const))("keep apart: %s", (_why, { from, banned }) => {
    const broken = files
      .filter((file) => from.test(file))
      .flatMap((file) =>
        imports(file)
          .filter((path) => banned.test(path))
          .map((path) => `${file} -> ${path}`),
      );
    expect(broken).toEqual([]);
  });

  it("run git in one place only", () => {
    const running = files.filter(
      (file) =>
        !file.startsWith("src/registry/tree") &&
        /exec(File)?(Sync)?\(\s*"git"|spawn(Sync)?\(\s*"git"/.test(readFileSync(file, "utf8")),
    );
    expect(running).toEqual([]);
  });

  it("never print by themselves", () => {
    const printing = files.filter((file) =>
      /console\.(log|error|warn|info)\(/.test(readFileSync(file, "utf8")),
    );
    expect(printing).toEqual([]);
  });
});

describe("lists and folders agree", () => {
  it.each([
    ["src/cli/commands", "src/cli/commands/index.ts"],
    ["src/check/checks", "src/check/index.ts"],
    ["src/check/lint", "src/check/lint/index.ts"],
    ["src/report/formats", "src/report/index.ts"],
  ])("%s", (folder, list) => {
    const text = readFileSync(list, "utf8");
    const missing = readdirSync(folder)
      .filter((name) => name.endsWith(".ts") && !["index.ts", "rule.ts"].includes(name))
      .filter((name) => !text.includes(`/${name}"`));
    expect(missing).toEqual([]);
  });
});
