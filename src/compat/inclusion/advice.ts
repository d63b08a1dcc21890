/** What authors can do where the search gives up, by how the reason begins. */
const ways: readonly (readonly [reason: string, way: string])[] = [
  [
    "the step budget ran out",
    "alternatives (anyOf, oneOf, if, not) that share a required member with a const are told apart at once",
  ],
  ["too many alternatives", "nest anyOf, oneOf, if and not less deeply"],
  [
    "nested too deep",
    "values are followed for 96 levels of properties and items; a $ref to a schema around it has no such end",
  ],
  ["a schema nested", "move inner schemas to definitions"],
  [
    "patterns too large",
    "a pattern with long counted repetitions is simpler as a shorter pattern with maxLength",
  ],
  ["a string too long", "keep minLength below 100,000"],
  ["no string found", "state a pattern beside the format, which then tells what its strings are"],
  ["an array too large", "keep minItems below 100,000"],
  ["too many positions", "keep prefixItems below 2,000 positions"],
  ["too many items are asked for", "keep minContains below 64"],
  ["many distinct items", "keep minItems beside uniqueItems below 64"],
  ["many counted items", "keep maxContains below 64, or let items be of other kinds too"],
  ["distinct items", "leave uniqueItems more values to choose from"],
  ["an object too large", "keep minProperties below 10,000"],
  ["too many overlapping name patterns", "let fewer patternProperties match the same names"],
  ["names that compete", "let fewer patternProperties match the same names"],
  ["too many holes", "replace long lists under not by a bound"],
  ["numbers exist", "use bounds and a multipleOf with few digits"],
  ["a reference reaches itself", "let the $ref stand below properties or items"],
  [
    "what writers may write is only known roughly",
    "the document found is one no writer writes: name members under properties or in one enum under propertyNames, and let fewer anyOf, oneOf and if declare them",
  ],
  [
    "the validators do not confirm",
    "the keyword at this place is read differently by validators; state it more plainly",
  ],
];

/** The reason with a way out, where one is known. */
export function advised(reason: string): string {
  const way = ways.find(([beginning]) => reason.startsWith(beginning))?.[1];
  return way === undefined ? reason : `${reason}; ${way}`;
}
