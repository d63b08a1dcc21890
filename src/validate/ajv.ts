import type { Ajv, Options } from "ajv";
import type { Dialect } from "../model.ts";

const settings: Options = {
  strict: false,
  // Without these two `required: ["toString"]` would accept `{}`.
  ownProperties: true,
  loopRequired: 0,
  allErrors: true,
  // The keyword's value stands in each error, for the messages.
  verbose: true,
  // Judging a schema is `schemaErrors`, with one compiled meta-schema per dialect.
  validateSchema: false,
  logger: false,
};

/** Makes an instance of Ajv with our settings and formats; every instance of one dialect is alike. */
export type MakeAjv = (more?: Options) => Ajv;

/** The only place that makes instances of Ajv: the class by dialect, loaded when first asked for. */
export async function loadAjv(dialect: Dialect): Promise<MakeAjv> {
  const construct = await loadClass(dialect);
  const { formats } = await import("../formats/index.ts");
  return (more = {}) => {
    const ajv = construct({ ...settings, ...more });
    for (const [name, matches] of formats) ajv.addFormat(name, matches);
    return ajv;
  };
}

async function loadClass(dialect: Dialect): Promise<(options: Options) => Ajv> {
  switch (dialect) {
    case "2020-12": {
      const { default: ajv } = await import("ajv/dist/2020.js");
      return (options) => new ajv.Ajv2020(options);
    }
    case "2019-09": {
      const { default: ajv } = await import("ajv/dist/2019.js");
      return (options) => new ajv.Ajv2019(options);
    }
    case "draft-04": {
      const { default: draft04 } = await import("ajv-draft-04");
      return (options) => new draft04.default(options);
    }
    case "draft-06": {
      const { default: ajv } = await import("ajv");
      const { default: meta } = await import("ajv/dist/refs/json-schema-draft-06.json", {
        with: { type: "json" },
      });
      return (options) => new ajv.Ajv(options).addMetaSchema({ ...meta });
    }
    case "draft-07": {
      const { default: ajv } = await import("ajv");
      return (options) => new ajv.Ajv(options);
    }
  }
}
