/** Whether a path with `/` matches a pattern: `*` and `?` stay inside one name, `**` crosses folders. */
export function matchesGlob(pattern: string, path: string): boolean {
  return matchNames(pattern.split("/"), path.split("/"));
}

function matchNames(pattern: readonly string[], path: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return path.length === 0;
  if (first === "**") {
    for (let skipped = 0; skipped <= path.length; skipped += 1) {
      if (matchNames(rest, path.slice(skipped))) return true;
    }
    return false;
  }
  const [name, ...below] = path;
  return name !== undefined && matchName(first, name) && matchNames(rest, below);
}

/** Greedy with one place to return to: linear times the name, never exponential. */
function matchName(pattern: string, name: string): boolean {
  let at = 0;
  let in_ = 0;
  let star = -1;
  let resume = 0;
  while (in_ < name.length) {
    if (pattern[at] === "*") {
      star = at;
      resume = in_;
      at += 1;
    } else if (at < pattern.length && (pattern[at] === "?" || pattern[at] === name[in_])) {
      at += 1;
      in_ += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      in_ = resume;
    } else return false;
  }
  return pattern.slice(at).replaceAll("*", "") === "";
}
