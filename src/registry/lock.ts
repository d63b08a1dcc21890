import { type ErrorRule, WaybillError } from "../errors.ts";
import { checkFileName } from "../input/index.ts";
import type { Lock, LockedExample, LockedVersion } from "../model.ts";
import { parseAddress } from "./address.ts";

const header = "waybill-lock 1";
const flagNames = ["barrier", "withdrawn"] as const;

export function emptyLock(file: string): Lock {
  return { file, versions: new Map(), examples: new Map() };
}

/**
 * Reads `waybill.lock`: a header line, then one sorted line per frozen version and per accepted example.
 * @throws WaybillError MALFORMED at the first line that is not as the tool writes it, with the way out.
 */
export function parseLock(text: string, file: string): Lock {
  const lines = text.split("\n");
  if (lines[0] !== header) throw headerError(lines[0] ?? "", file);
  if (lines.at(-1) !== "")
    throw bad(file, lines.length, "the last line is cut short", "restore the file from git");
  const versions = new Map<string, LockedVersion>();
  const examples = new Map<string, LockedExample>();
  let previous = "";
  for (let index = 1; index < lines.length - 1; index += 1) {
    const line = lines[index] ?? "";
    const number = index + 1;
    if (/^(<{7}|={7}|>{7}|\|{7})/.test(line)) {
      throw bad(
        file,
        number,
        "a merge conflict is left in the lock",
        `run \`waybill publish --rebase ${otherSide(lines)}\`, which takes that side's versions and publishes yours after them`,
        "LOCK_CONFLICT",
      );
    }
    if (line <= previous)
      throw bad(
        file,
        number,
        "lines are not sorted, or one stands twice",
        "restore the file from git; the tool alone writes it",
        "LOCK_MERGED",
      );
    previous = line;
    const version = readVersion(line, number);
    const example = version === undefined ? readExample(line, number) : undefined;
    const twice = versions.has(version?.address ?? "") ? version?.address : undefined;
    if (twice !== undefined || examples.has(example?.path ?? ""))
      throw bad(
        file,
        number,
        `"${twice ?? example?.path}" stands in two lines`,
        "two publishes were merged: take the base's lock, then run `waybill publish --rebase <ref>`",
        "LOCK_MERGED",
      );
    if (version !== undefined) versions.set(version.address, version);
    else if (example !== undefined) examples.set(example.path, example);
    else
      throw bad(
        file,
        number,
        "this is not a line of a lock",
        "restore the file from git; the tool alone writes it",
      );
  }
  return { file, versions, examples };
}

/** The lock as the tool writes it: sorted, one line each, ending in a newline. */
export function formatLock(
  versions: Iterable<Omit<LockedVersion, "line">>,
  examples: Iterable<Omit<LockedExample, "line">>,
): string {
  const lines: string[] = [];
  for (const { address, hash, shape, flags } of versions) {
    lines.push(
      `version ${address} ${hash} ${shape} ${flags.length === 0 ? "-" : flagNames.filter((flag) => flags.includes(flag)).join(",")}`,
    );
  }
  for (const { path, hash, acceptedBy } of examples) lines.push(`example ${path} ${hash} ${acceptedBy}`);
  return `${[header, ...lines.sort((a, b) => (a < b ? -1 : 1))].join("\n")}\n`;
}

const versionLine =
  /^version (\S+@[1-9]\d*) (sha256:[0-9a-f]{64}) (shape1:[0-9a-f]{64}) (-|barrier|withdrawn|barrier,withdrawn)$/;
const exampleLine = /^example (\S+) (sha256:[0-9a-f]{64}) (\S+@[1-9]\d*)$/;

function readVersion(text: string, line: number): LockedVersion | undefined {
  const [, address, hash, shape, flagText] = versionLine.exec(text) ?? [];
  if (address === undefined || hash === undefined || shape === undefined) return undefined;
  if (!isVersionAddress(address)) return undefined;
  return {
    address,
    hash,
    shape,
    flags: flagNames.filter((flag) => flagText?.split(",").includes(flag)),
    line,
  };
}

function readExample(text: string, line: number): LockedExample | undefined {
  const [, path, hash, acceptedBy] = exampleLine.exec(text) ?? [];
  if (path === undefined || hash === undefined || acceptedBy === undefined) return undefined;
  if (!isVersionAddress(acceptedBy) || !isExamplePath(path)) return undefined;
  return { path, hash, acceptedBy, line };
}

/** Addresses and paths of a lock are put together to paths and commands, so nothing else may stand there. */
function isVersionAddress(text: string): boolean {
  const address = parseAddress(text);
  return address !== undefined && /^[1-9]\d{0,8}$/.test(address.selector ?? "");
}

function isExamplePath(text: string): boolean {
  const [namespace, subject, examples, valid, file, ...rest] = text.split("/");
  return (
    parseAddress(`${namespace}/${subject}`) !== undefined &&
    examples === "examples" &&
    valid === "valid" &&
    checkFileName(file ?? "") === undefined &&
    rest.length === 0
  );
}

function headerError(first: string, file: string): WaybillError {
  if (/^waybill-lock \d+$/.test(first))
    return bad(file, 1, `the lock is of a newer form ("${first}")`, "update waybill", "LOCK_NEWER");
  return bad(
    file,
    1,
    `a lock begins with "${header}"`,
    "restore the file from git; the tool alone writes it",
  );
}

function bad(
  file: string,
  line: number,
  message: string,
  hint: string,
  rule: ErrorRule = "LOCK_MALFORMED",
): WaybillError {
  return new WaybillError("MALFORMED", message, { rule, place: { file, line, column: 1 }, hint });
}

/** What the markers call the side that was merged in; where that is a commit being replayed, the base is HEAD. */
function otherSide(lines: readonly string[]): string {
  const named = lines
    .map((line) => /^>{7} ([A-Za-z][\w./-]*)$/.exec(line)?.[1])
    .find((name) => name !== undefined);
  return named === undefined || /^[0-9a-f]{7,40}$/.test(named) ? "HEAD" : named;
}
