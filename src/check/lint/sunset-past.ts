import { own } from "../../schema/json.ts";
import { append } from "../../schema/pointer.ts";
import type { LintRule } from "./rule.ts";

export const sunsetPast: LintRule = {
  id: "SUNSET_PAST",
  severity: "warning",
  summary: "a deprecated member's sunset date lies ahead",
  why: "a date that has passed says the member is gone, and the schema says it is not",
  fix: "move the date, or plan the successor namespace that leaves the member out",
  check({ schema, pointer }) {
    const date = own(schema, "x-sunset");
    if (typeof date !== "string") return [];
    const here = append(pointer, "x-sunset");
    if (own(schema, "deprecated") !== true)
      return [{ message: '"x-sunset" stands without "deprecated": true', pointer: here }];
    return date < new Date().toISOString().slice(0, 10)
      ? [{ message: `the sunset date ${date} has passed`, pointer: here }]
      : [];
  },
};
