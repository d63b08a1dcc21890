import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export function write(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Makes the folder a repository in which each of these stood once, one commit each, and leaves none of it but the history. */
export function commitAll(folder, states) {
  if (states.length === 0) return;
  const git = (...args) =>
    execFileSync("git", ["-c", "user.name=b", "-c", "user.email=b@example.org", ...args], {
      cwd: folder,
      stdio: "pipe",
    });
  git("init", "--quiet", "--template=");
  for (const files of states) {
    write(folder, files);
    git("add", "-A");
    git("commit", "--quiet", "-m", "x");
  }
  for (const name of readdirSync(folder))
    if (name !== ".git") rmSync(`${folder}/${name}`, { recursive: true });
}
