import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { write } from "./prepare.mjs";

const sizes = [20_000, 40_000, 80_000, 160_000];

/** How much longer each pattern's guard takes on the worst of many texts when the text is 2, 4 and 8 times as long. */
export async function growthOf(project, patterns) {
  const folder = join(project.folder, "linear");
  const rows = [];
  for (const [at, pattern] of patterns.entries()) {
    const name = `pattern${at}`;
    write(
      folder,
      project.emitValidator({ type: "string", pattern }, { name: "Thing", path: name, only: "guard" }),
    );
    const { isThing } = await import(pathToFileURL(join(folder, `${name}.js`)).href);
    rows.push({ pattern, ...worst(isThing, pattern) });
  }
  return rows;
}

/** The text that takes longest at the greatest length, and its times at each length. */
function worst(accepts, pattern) {
  let found;
  for (const text of textsFor(pattern)) {
    const longest = text(sizes.at(-1));
    const time = once(accepts, longest);
    if (found === undefined || time > found.time) found = { time, text };
  }
  let times = measure(accepts, found.text);
  // What the machine did meanwhile passes when it is measured again; what the pattern does stays.
  for (let again = 0; again < 3 && times.at(-1) > 10 * times[0]; again++) {
    const others = measure(accepts, found.text);
    times = times.map((time, at) => Math.min(time, others[at]));
  }
  return { sample: found.text(6), milliseconds: times.at(-1), growth: times.map((time) => time / times[0]) };
}

/** Milliseconds for one text of each size; the least of the rounds, since others on the machine only ever add. */
function measure(accepts, textOf) {
  return sizes.map((size) => {
    const text = textOf(size);
    // As many letters for each size, so that no time is lost in the clock.
    const turns = (8 * sizes.at(-1)) / size;
    return Math.min(
      ...Array.from({ length: 9 }, () => {
        const start = performance.now();
        for (let turn = 0; turn < turns; turn++) accepts(text);
        return (performance.now() - start) / turns;
      }),
    );
  });
}

function once(accepts, text) {
  const start = performance.now();
  accepts(text);
  return performance.now() - start;
}

/** Texts of the pattern's own letters, repeated alone and in pairs, behind nothing or what it begins with, and an end it refuses. */
function textsFor(pattern) {
  const letters = [...new Set(`${pattern.replaceAll(/\\[a-z]|[\\^$(){}[\]?*+|]/gi, "")}a0A_ `)].slice(0, 14);
  const units = letters.flatMap((one, at) => [one, one + letters[(at + 1) % letters.length]]);
  const literal = /^\^([\w: /.-]+)(?![?*+{|])/.exec(pattern)?.[1] ?? "";
  return units.flatMap((unit) =>
    [...new Set(["", literal])].flatMap((start) =>
      ["", "\0"].map((end) => (size) => {
        // Joined, so that the engine sees one flat text.
        return [start, unit.repeat(Math.ceil(size / unit.length)).slice(0, size), end].join("");
      }),
    ),
  );
}

/** Random patterns of a small grammar, always the same for a seed. */
export function randomPatterns(seed, count) {
  let state = seed;
  const draw = (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = (list) => list[draw(list.length)];
  const atom = (depth) => {
    const simple = ["a", "b", "0", "-", "\\.", "[a-c]", "[0-9]", "[^ab]", "\\d", "\\w", "[a-z0-9_-]", "."];
    return depth > 0 && draw(4) === 0 ? `(?:${choice(depth - 1)})` : pick(simple);
  };
  const item = (depth) => atom(depth) + pick(["", "", "", "?", "*", "+", "{3}", "{1,8}", "{5,}", "{32}"]);
  const sequence = (depth) => Array.from({ length: 1 + draw(4) }, () => item(depth)).join("");
  const choice = (depth) => Array.from({ length: 1 + draw(2) }, () => sequence(depth)).join("|");
  const found = new Set();
  while (found.size < count) found.add(pick(["^", "^", ""]) + sequence(2) + pick(["$", "$", ""]));
  return [...found];
}
