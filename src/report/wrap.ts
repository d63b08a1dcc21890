/** Text in lines of at most `width` columns, broken at spaces; later lines start with `indent` spaces. */
export function wrap(text: string, width: number, indent = 0): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    const room = width - indent;
    if (line !== "" && longer.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line].join(`\n${" ".repeat(indent)}`);
}

/** JSON in lines of at most `width` columns where it can be broken after a comma; joined, they are the same JSON. */
export function wrapJson(json: string, width: number): readonly string[] {
  const pieces = json.match(/(?:"(?:[^"\\]|\\.)*"?|[^",])*,?/gs) ?? [];
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && line.length + piece.length > width) {
      lines.push(line);
      line = "";
    }
    line += piece;
  }
  return line === "" ? lines : [...lines, line];
}
