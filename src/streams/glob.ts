/** Whether a path with `/` matches a pattern: `*` and `?` stay inside one name, `**` crosses folders. */
export function matchesGlob(pattern: string, path: string): boolean {
  const names = path.split("/");
  // How many names of the path the steps so far may have used up: a set, so that no number of `**` multiplies the work.
  let used = new Set([0]);
  for (const step of pattern.split("/")) {
    const next = new Set<number>();
    if (step === "**") {
      const least = Math.min(...used);
      for (let at = least; at <= names.length; at += 1) next.add(at);
    } else {
      for (const at of used) {
        const name = names[at];
        if (name !== undefined && matchName(step, name)) next.add(at + 1);
      }
    }
    if (next.size === 0) return false;
    used = next;
  }
  return used.has(names.length);
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
