import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Bytes of a bundle of these exports, minified and gzipped, with its text. */
export async function sizeOf(file, names) {
  const built = await build({
    stdin: { contents: `export { ${names.join(", ")} } from ${JSON.stringify(file)};`, resolveDir: "/" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    write: false,
    // A peer's format functions are not counted against it.
    external: ["*/project.mjs"],
    logLevel: "error",
  });
  const { text } = built.outputFiles[0];
  return { text, bytes: gzipSync(text, { level: 9 }).length };
}
