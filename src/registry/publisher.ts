import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { isAlive } from "./temp.ts";

/** Which process publishes: enough to tell it from one that was, and from one on another machine. */
export interface Publisher {
  readonly host: string;
  /** The run of the machine since it was switched on, and the process ids' name space; empty where the system tells neither. */
  readonly boot: string;
  readonly pid: number;
  /** When the process began, as its machine counts; empty where the system does not tell. */
  readonly started: string;
  /** When it announced itself, `2026-11-21T06:00:00.000Z`. */
  readonly at: string;
}

/** A publish takes seconds. One on another machine, of which nothing can be asked, counts as ended after ten minutes. */
const longest = 10 * 60_000;

export function thisPublisher(): Publisher {
  return {
    host: hostname(),
    boot: bootOf(),
    pid: process.pid,
    started: startOf(process.pid),
    at: new Date().toISOString(),
  };
}

/** Whether a publisher may still be at work. `here`: it is a process of this machine, and runs. */
export function workOf(publisher: Publisher): "here" | "elsewhere" | "ended" {
  if (publisher.host === hostname()) {
    const [run, space] = publisher.boot.split(" ");
    const [thisRun, thisSpace] = bootOf().split(" ");
    if (run !== thisRun) return "ended";
    if (space === thisSpace)
      return isAlive(publisher.pid) && startOf(publisher.pid) === publisher.started ? "here" : "ended";
  }
  const age = Date.now() - Date.parse(publisher.at);
  // Clocks of two machines differ a little; a time far ahead is nobody's.
  return age > -60_000 && age < longest ? "elsewhere" : "ended";
}

/** When a publisher elsewhere counts as ended. */
export function endOf({ at }: Publisher): string {
  return new Date(Date.parse(at) + longest).toISOString();
}

function bootOf(): string {
  return told(
    () =>
      `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${readlinkSync("/proc/self/ns/pid")}`,
  );
}

/** Field 22 of the process's `stat`; its name, in brackets before, may hold anything. */
function startOf(pid: number): string {
  return told(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  });
}

function told(ask: () => string): string {
  try {
    return ask();
  } catch {
    return "";
  }
}
