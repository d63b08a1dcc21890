// Runs one command line with a timer and watches the memory of its whole process tree (where there is a /proc).
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const every = 40;
const idle = fileURLToPath(new URL("./idle.cjs", import.meta.url));

/** With nothing known from earlier runs: seconds on the clock, seconds of processor (a busy machine makes the clock lie), MiB at the peak, and how it ended. */
export function measure(command, args, { cwd, seconds, input }) {
  return new Promise((done) => {
    const cache = mkdtempSync(join(tmpdir(), "waybill-cache-"));
    const start = performance.now();
    const child = spawn(command, args, {
      cwd,
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      detached: true,
      env: { ...process.env, XDG_CACHE_HOME: cache, NODE_OPTIONS: `--require ${JSON.stringify(idle)}` },
    });
    let said = "";
    const seen = { mebibytes: 0, processor: 0 };
    let late = false;
    const hear = (chunk) => (said = (said + chunk).slice(-4000));
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    if (input !== undefined) child.stdin.on("error", () => {}).end(input);
    const watch = setInterval(() => look(child.pid, seen), every);
    const timer = setTimeout(() => {
      late = true;
      process.kill(-child.pid, "SIGKILL");
    }, seconds * 1000);
    child.on("close", (code, signal) => {
      clearInterval(watch);
      clearTimeout(timer);
      rmSync(cache, { recursive: true, force: true });
      done({ code, signal, late, seconds: (performance.now() - start) / 1000, ...seen, said });
    });
  });
}

/** MiB that a process and all its descendants hold now, and seconds of processor they have had. */
function look(root, seen) {
  const parents = new Map();
  const figures = new Map();
  for (const name of list("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = text(`/proc/${name}/stat`);
    // The name of the program stands in parentheses and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields.length < 22) continue;
    parents.set(Number(name), Number(fields[1]));
    // Own and ended children's ticks of a hundredth of a second; pages of 4 KiB.
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    figures.set(Number(name), { seconds: ticks / 100, mebibytes: Number(fields[21]) / 256 });
  }
  let [mebibytes, processor] = [0, 0];
  for (const [id, figure] of figures) {
    for (let at = id; at !== undefined && at > 1; at = parents.get(at)) {
      if (at !== root) continue;
      mebibytes += figure.mebibytes;
      processor += figure.seconds;
      break;
    }
  }
  seen.mebibytes = Math.max(seen.mebibytes, mebibytes);
  seen.processor = Math.max(seen.processor, processor);
}

function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function text(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
