/** Leading whole sentences up to about that many words; at least one sentence, however long. */
export function brief(description: string, words = 30): string {
  const paragraph = description.trim().split(/\n\s*\n/)[0] ?? "";
  const sentences = paragraph.replace(/\s+/g, " ").split(/(?<=[.!?]["')]?) (?=["'(`]?\p{Lu})/u);
  let kept = "";
  for (const sentence of sentences) {
    const longer = kept === "" ? sentence : `${kept} ${sentence}`;
    if (kept !== "" && longer.split(" ").length > words) break;
    kept = longer;
  }
  return kept;
}
