// What ran, one JSON line each, so that a run that was stopped goes on where it stood.
import { appendFileSync, existsSync, readFileSync } from "node:fs";

export const mostSeconds = 5;
export const mostMebibytes = 1024;

/** The rows of a log, by case and command line. */
export function openLog(path) {
  const known = new Map();
  const key = (name, command) => `${name}\t${command}`;
  if (path !== undefined && existsSync(path)) {
    for (const line of readFileSync(path, "utf8").split("\n")) {
      if (!line.endsWith("}")) continue;
      const row = JSON.parse(line);
      known.set(key(row.name, row.command), row);
    }
  }
  return {
    get: (name, command) => known.get(key(name, command)),
    add(row) {
      known.set(key(row.name, row.command), row);
      if (path !== undefined) appendFileSync(path, `${JSON.stringify(row)}\n`);
    },
    rows: () => [...known.values()],
  };
}

export function isOver({ crashed, late, processor, mebibytes }) {
  return crashed || late || processor > mostSeconds || mebibytes > mostMebibytes;
}

/** The worst of every command, and what is over; the commands that met nothing. */
export function summary(rows, commands) {
  const lines = ["command      runs  stopped  slowest                                       largest"];
  const worst = (its, of) => its.reduce((a, b) => (of(b) > of(a) ? b : a));
  for (const command of commands) {
    const its = rows.filter((row) => row.command.split(" ")[0] === command);
    if (its.length === 0) continue;
    const slowest = worst(its, ({ processor }) => processor);
    const largest = worst(its, ({ mebibytes }) => mebibytes);
    lines.push(
      `${command.padEnd(11)} ${String(its.length).padStart(5)} ${String(its.filter(({ guarded }) => guarded).length).padStart(8)}  ${`${slowest.processor.toFixed(1)} s ${slowest.name}`.padEnd(44)}  ${largest.mebibytes.toFixed(0)} MiB ${largest.name}`,
    );
  }
  const never = commands.filter((one) => !rows.some((row) => row.command.split(" ")[0] === one));
  const over = rows.filter(isOver);
  for (const { name, command, processor, mebibytes } of over)
    lines.push(`over: ${name}: ${command}  ${processor.toFixed(1)} s  ${mebibytes.toFixed(0)} MiB`);
  if (never.length > 0) lines.push(`never run: ${never.join(", ")}`);
  lines.push(
    `${rows.length} runs of ${commands.length - never.length} commands, ${over.length} beyond ${mostSeconds} s or ${mostMebibytes} MiB or crashed`,
  );
  return `${lines.join("\n")}\n`;
}
