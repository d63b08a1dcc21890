/** The classes of RFC 5893 that its rule tells apart, one letter each. */
type BidiClass = "left" | "right" | "europeanDigit" | "arabicDigit" | "mark" | "neutral";

const rightScripts =
  /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{Script=Samaritan}|\p{Script=Mandaic}|\p{Script=Adlam}/u;

function bidiClass(character: string): BidiClass {
  if (/[0-9\u06f0-\u06f9]/.test(character)) return "europeanDigit";
  if (/[\u0660-\u0669]/.test(character)) return "arabicDigit";
  if (/\p{Mn}/u.test(character)) return "mark";
  if (rightScripts.test(character)) return "right";
  return /[\p{L}\p{Mc}\p{Nd}]/u.test(character) ? "left" : "neutral";
}

/** Whether a label holds a right-to-left character or an Arabic digit (RFC 5893, section 1.4). */
export function isRtl(label: string): boolean {
  return Array.from(label, bidiClass).some((one) => one === "right" || one === "arabicDigit");
}

/** The Bidi rule (RFC 5893, section 2), which binds every label of a name that has a right-to-left one. */
export function passesBidi(label: string): boolean {
  const classes = Array.from(label, bidiClass);
  const last = classes.filter((one) => one !== "mark").at(-1);
  if (classes[0] === "left") {
    if (classes.includes("right") || classes.includes("arabicDigit")) return false;
    return last === "left" || last === "europeanDigit";
  }
  if (classes[0] !== "right" || classes.includes("left")) return false;
  if (classes.includes("europeanDigit") && classes.includes("arabicDigit")) return false;
  return last === "right" || last === "europeanDigit" || last === "arabicDigit";
}
