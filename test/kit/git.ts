import { execFileSync } from "node:child_process";
import type { Scratch } from "./scratch.ts";

/** Runs git in a scratch project, with nobody's settings. */
export function git(made: Scratch, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  return execFileSync("git", [...identity, ...args], {
    cwd: made.folder,
    env,
    encoding: "utf8",
    stdio: "pipe",
  });
}

/** Makes the project a repository whose branch `main` holds what is there. */
export function start(made: Scratch): void {
  git(made, "init", "--quiet", "--template=", "--initial-branch=main");
  commit(made, ".");
}

export function commit(made: Scratch, path: string): void {
  git(made, "add", "-A", path);
  git(made, "commit", "--quiet", "--allow-empty", "-m", "x");
}
