import { existsSync, lstatSync, realpathSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { WaybillError } from "../errors.ts";
import { readFileStrict, readYaml } from "../input/index.ts";
import type { Json, JsonObject, PolicyName, Severity } from "../model.ts";
import { isArray, isObject, own } from "../schema/json.ts";
import { configSchema } from "./schema.ts";
import { requireSettings } from "./settings.ts";

/** `waybill.yaml`, with defaults filled in. Declarative: nothing in it is run. */
export interface Config {
  /** The configuration file as shown to people; undefined where there is none and defaults hold. */
  readonly file: string | undefined;
  /** The file that was asked for by name, relative to `root` or absolute; undefined where none was. */
  readonly named?: string | undefined;
  /** Absolute folder of the project; every path in the configuration lies below it. */
  readonly root: string;
  /** Absolute, and as shown. */
  readonly registry: string;
  readonly registryShown: string;
  readonly out: string;
  readonly outShown: string;
  readonly policy: PolicyName | undefined;
  readonly failOn: Severity;
  readonly undecided: "error" | "warning";
  readonly lint: LintConfig;
  /** What the base of a comparison generated, and this side does not any more. */
  readonly former?: { readonly out: string; readonly targets: readonly string[] } | undefined;
  /** Options by target; a target that is not named is not generated. */
  readonly targets: ReadonlyMap<string, JsonObject>;
}

export interface LintConfig {
  readonly severity: ReadonlyMap<string, Severity>;
  readonly except: ReadonlySet<string>;
  /** Rule to the addresses it leaves alone. */
  readonly ignore: ReadonlyMap<string, ReadonlySet<string>>;
}

const defaultTargets = ["types", "validators", "upgrades", "vocabulary", "postcards"];

/**
 * Reads the configuration of a working directory.
 * @throws WaybillError USAGE for a file that holds no settings, an unknown key or value, and a folder behind a link;
 * CANNOT_RUN where a named file is missing.
 */
export function loadConfig(cwd: string, named?: string): Config {
  // A link that leads to the project is the caller's; links inside it are anybody's.
  const root = realpathSync(cwd);
  const file = named ?? "waybill.yaml";
  const path = resolve(root, file);
  const found = named !== undefined || existsSync(path);
  const config = readConfig(
    found ? asUsage(() => readFileStrict(path, { file, profile: "registry" })) : undefined,
    root,
    file,
  );
  for (const folder of [config.registry, config.out]) refuseLinksTo(root, folder, config.file);
  return { ...config, named };
}

/** The configuration a text holds, of a project at `root`; defaults where there is none. @throws WaybillError USAGE. */
export function readConfig(bytes: Uint8Array | undefined, root: string, file: string): Config {
  if (bytes === undefined) return configOf({}, root, undefined);
  const document = asUsage(() => readYaml(bytes, { file, profile: "registry" }));
  return configOf(requireSettings(document, configSchema, "USAGE"), root, file);
}

/** Settings are how waybill was asked, not what it judges: nothing was found wanting where they cannot be read. */
function asUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof WaybillError) || error.code !== "MALFORMED") throw error;
    const { message, place, hint } = error;
    throw new WaybillError("USAGE", message, { place, ...(hint !== undefined && { hint }), cause: error });
  }
}

function configOf(settings: JsonObject, cwd: string, file: string | undefined): Config {
  const at = (value: Json | undefined, name: string) => (isObject(value) ? own(value, name) : undefined);
  const text = (value: Json | undefined, otherwise: string) =>
    typeof value === "string" ? value : otherwise;
  const check = own(settings, "check");
  const generate = own(settings, "generate");
  const targets = at(generate, "targets");
  const [registry, out] = [
    text(own(settings, "registry"), "registry"),
    text(at(generate, "out"), "generated"),
  ];
  return {
    file,
    root: resolve(cwd),
    registry: inside(cwd, registry, "registry", file),
    registryShown: shown(cwd, registry),
    out: inside(cwd, out, "generate.out", file),
    outShown: shown(cwd, out),
    // The schema has checked these words.
    policy: own(settings, "policy") as PolicyName | undefined,
    failOn: text(at(check, "failOn"), "error") as Severity,
    undecided: at(check, "undecided") === "warning" ? "warning" : "error",
    lint: lintOf(own(settings, "lint")),
    targets: new Map(
      isObject(targets)
        ? Object.entries(targets).map(([name, options]) => [name, isObject(options) ? options : {}])
        : defaultTargets.map((name) => [name, {}]),
    ),
  };
}

function lintOf(lint: Json | undefined): LintConfig {
  const member = (name: string) => (isObject(lint) ? own(lint, name) : undefined);
  const [severity, except, ignore] = [member("severity"), member("except"), member("ignore")];
  const texts = (value: Json | undefined) =>
    new Set(isArray(value) ? value.filter((entry) => typeof entry === "string") : []);
  return {
    severity: new Map(isObject(severity) ? (Object.entries(severity) as [string, Severity][]) : []),
    except: texts(except),
    ignore: new Map(
      isObject(ignore) ? Object.entries(ignore).map(([rule, list]) => [rule, texts(list)]) : [],
    ),
  };
}

function inside(cwd: string, path: string, key: string, file: string | undefined): string {
  const full = resolve(cwd, path);
  if (isAbsolute(path) || relative(cwd, full).startsWith("..")) {
    throw new WaybillError("USAGE", `"${key}" leaves the project: "${path}"`, {
      place: { file },
      hint: "name a folder below the one that holds waybill.yaml",
    });
  }
  return full;
}

/** What stands in place of the folder itself is told by who reads it. */
function refuseLinksTo(root: string, folder: string, file: string | undefined): void {
  const parts = relative(root, folder).split(sep).slice(0, -1);
  for (let length = 1; length <= parts.length; length += 1) {
    const place = parts.slice(0, length);
    if (!lstatSync(join(root, ...place), { throwIfNoEntry: false })?.isSymbolicLink()) continue;
    throw new WaybillError(
      "USAGE",
      `"${place.join("/")}" is a link, on the way to "${relative(root, folder)}"`,
      {
        place: { file },
        hint: "put the folder itself there; inside a project no link is followed",
      },
    );
  }
}

function shown(cwd: string, path: string): string {
  return relative(cwd, join(cwd, path)).replaceAll("\\", "/");
}
