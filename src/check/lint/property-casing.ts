import type { LintRule } from "./rule.ts";

const camel = /^[a-z][a-z0-9]*([A-Z][a-z0-9]*)*$/;
const snake = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

export const propertyCasing: LintRule = {
  id: "PROPERTY_CASING",
  severity: "warning",
  summary: "member names are all camelCase or all snake_case in one object",
  why: "two spellings of one habit are how a field comes to exist twice",
  fix: "choose the casing the subject already has; a name that is on the wire already may be ignored in waybill.yaml",
  check({ schema }) {
    const names = Object.hasOwn(schema, "properties") ? Object.keys(schema["properties"] ?? {}) : [];
    const wrong = names.filter((name) => !camel.test(name) && !snake.test(name));
    const onlyCamel = names.find((name) => camel.test(name) && !snake.test(name));
    const onlySnake = names.find((name) => snake.test(name) && !camel.test(name));
    const mixed = onlyCamel !== undefined && onlySnake !== undefined;
    return [
      ...wrong.map((name) => ({ message: `member name "${name}" is neither camelCase nor snake_case` })),
      ...(mixed ? [{ message: `"${onlyCamel}" is camelCase and "${onlySnake}" is snake_case` }] : []),
    ];
  },
};
