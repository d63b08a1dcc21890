/** `duration` of RFC 3339, appendix A: units in order, none left out between two that are named; weeks stand alone. */
export function isDuration(text: string): boolean {
  if (text.charCodeAt(0) !== 80) return false;
  if (text.charCodeAt(text.length - 1) === 87) return units(text, 1, text.length, "W");
  const time = text.indexOf("T");
  if (time < 0) return units(text, 1, text.length, "YMD");
  return (time === 1 || units(text, 1, time, "YMD")) && units(text, time + 1, text.length, "HMS");
}

/** One or more `<digits><unit>`, the units a run of `names`. */
function units(text: string, start: number, end: number, names: string): boolean {
  if (start >= end) return false;
  let last = -1;
  for (let at = start; at < end; at++) {
    const from = at;
    while (at < end && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
    const unit = at < end ? names.indexOf(text.charAt(at)) : -1;
    if (at === from || unit < 0 || (last >= 0 && unit !== last + 1)) return false;
    last = unit;
  }
  return true;
}
