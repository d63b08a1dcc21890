import { isDigit, isLetter, isPercentTriplet } from "./characters.ts";

/** A URI Template (RFC 6570), all four levels. */
export function isUriTemplate(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 123) {
      const close = text.indexOf("}", at);
      if (close < 0 || !isExpression(text.slice(at + 1, close))) return false;
      at = close;
    } else if (code === 37) {
      if (!isPercentTriplet(text, at)) return false;
      at += 2;
    } else if (!isLiteral(code)) return false;
  }
  return true;
}

/** A character that stands for itself (section 2.1); the apostrophe is one by erratum 6937. */
function isLiteral(code: number): boolean {
  if (code <= 32 || (code >= 127 && code < 160)) return false;
  return !'"%<>\\^`{|}'.includes(String.fromCharCode(code));
}

function isExpression(text: string): boolean {
  const operator = text !== "" && "+#./;?&".includes(text.charAt(0));
  return text
    .slice(operator ? 1 : 0)
    .split(",")
    .every(isVariable);
}

function isVariable(text: string): boolean {
  let end = text.length;
  const colon = text.indexOf(":");
  if (colon >= 0) {
    const digits = end - colon - 1;
    if (digits < 1 || digits > 4 || text.charCodeAt(colon + 1) === 48) return false;
    for (let at = colon + 1; at < end; at++) if (!isDigit(text.charCodeAt(at))) return false;
    end = colon;
  } else if (text.endsWith("*")) end--;
  let dot = true;
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 46) {
      if (dot) return false;
      dot = true;
      continue;
    }
    dot = false;
    if (code === 37 && at + 2 < end && isPercentTriplet(text, at)) at += 2;
    else if (!isLetter(code) && !isDigit(code) && code !== 95) return false;
  }
  return !dot;
}
