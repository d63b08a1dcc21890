// Who makes types of a schema: ours, json-schema-to-typescript as it comes, and json-schema-to-ts, which is types alone.
import { createRequire } from "node:module";
import { build } from "esbuild";
import { compile } from "json-schema-to-typescript";

const require = createRequire(import.meta.url);
const { toSafeString } = require("json-schema-to-typescript/dist/src/utils.js");

const bundled = await build({
  entryPoints: ["generators/types/index.ts"],
  bundle: true,
  write: false,
  platform: "node",
  format: "cjs",
  packages: "external",
});
const module = { exports: {} };
new Function("module", "exports", "require", bundled.outputFiles[0].text)(module, module.exports, require);
export const { emitTypes } = module.exports;

/** Each answers the text of a module that exports the type `Root`. */
export const contenders = {
  async waybill(schema, { dialect, remotes }) {
    return (await emitTypes(schema, { name: "Root", dialect, remotes })).text;
  },
  async "json-schema-to-typescript"(schema) {
    const quiet = console.error;
    console.error = () => {};
    try {
      // Its defaults, but for its formatter and for the network, which a benchmark must not use.
      const options = { format: false, bannerComment: "", $refOptions: { resolve: { http: false } } };
      const text = await compile(structuredClone(schema), "Root", options);
      const name = toSafeString(schema.title || schema.$id || "Root");
      return name === "Root" ? text : `${text}\nexport type { ${name} as Root }\n`;
    } finally {
      console.error = quiet;
    }
  },
  async "json-schema-to-ts"(schema) {
    const value = JSON.stringify(schema);
    return `import type { FromSchema } from "json-schema-to-ts";\nconst schema = ${value} as const;\nexport type Root = FromSchema<typeof schema>;\n`;
  },
};
