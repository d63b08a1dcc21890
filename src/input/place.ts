/** One-based line and column of an offset; `\n`, `\r\n` and a lone `\r` each end a line, as editors see it. */
export function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  const lineEnd = /\r\n|\n|\r/g;
  for (let end = lineEnd.exec(text); end !== null && lineEnd.lastIndex <= offset; end = lineEnd.exec(text)) {
    line += 1;
    start = lineEnd.lastIndex;
  }
  return { line, column: offset - start + 1 };
}
