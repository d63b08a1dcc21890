// How everything that is to run without its sources is bundled: with the packages it needs inside, so that a command reads
// a few files where it read hundreds, and an install brings a few packages instead of ninety.
import { isBuiltin } from "node:module";

/** Packages that stay outside: a native binary, and what authors import as well. */
export const outside = ["esbuild", "typebox"];

export const bundling = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  external: outside.flatMap((name) => [name, `${name}/*`]),
  plugins: [
    { name: "builtins", setup: builtins },
    { name: "without-formatter", setup: withoutFormatter },
    { name: "plain-width", setup: plainWidth },
  ],
  // Names stay: a stack trace that somebody sends is to be readable.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  logLevel: "warning",
};

/** json-schema-to-typescript loads prettier although it is told not to format. */
function withoutFormatter(build) {
  build.onResolve({ filter: /^prettier$/ }, ({ path }) => ({ path, namespace: "nothing" }));
  build.onLoad({ filter: /./, namespace: "nothing" }, () => ({ contents: "export {};" }));
}

/** Packages of the older kind ask for Node's own modules by a `require`, which a module of the newer kind does not have. */
function builtins(build) {
  build.onResolve({ filter: /./ }, ({ path, kind }) =>
    kind === "require-call" && isBuiltin(path) ? { path, namespace: "builtin" } : undefined,
  );
  build.onLoad({ filter: /./, namespace: "builtin" }, ({ path }) => ({
    contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
  }));
}

/** Help is written in ASCII, where width is length; to measure all of Unicode takes yargs a fifth of every command's start. */
function plainWidth(build) {
  build.onResolve({ filter: /^string-width$/ }, ({ path }) => ({ path, namespace: "length" }));
  build.onLoad({ filter: /./, namespace: "length" }, () => ({
    contents: "export default (text) => text.length;",
  }));
}
