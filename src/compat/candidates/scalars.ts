import { spoken } from "../changes/place.ts";
import type { Two } from "./two.ts";

/** One text of every form people often ask for. */
const forms = [
  "",
  "a",
  "A",
  "1",
  "2026-01-31T00:00:00Z",
  "2026-01-31",
  "00:00:00Z",
  "P1D",
  "a@example.org",
  "https://example.org/",
  "/a",
  "00000000-0000-4000-8000-000000000000",
  "01ARZ3NDEKTSV4RRFFQ69G5FAV",
  "0".repeat(64),
  `sha256:${"0".repeat(64)}`,
  "1.0.0",
  "a-b",
  "a.b",
];

/** Texts of common forms, and of the lengths around each bound. */
export function texts({ writer, reader }: Two): readonly string[] {
  const counts = [writer, reader].flatMap((place) =>
    ["minLength", "maxLength"].flatMap((keyword) => spoken(place, keyword).map(({ value }) => value)),
  );
  const lengths = counts.flatMap((count) =>
    typeof count === "number" && count <= 10_000 ? [count - 1, count, count + 1] : [],
  );
  return [...lengths.filter((length) => length >= 0).map((length) => "a".repeat(length)), ...forms];
}

/** Numbers at and around each bound of both sides. */
export function numbers({ writer, reader }: Two, fractions: boolean): readonly number[] {
  const keywords = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
  const limits = [writer, reader].flatMap((place) =>
    keywords.flatMap((keyword) => spoken(place, keyword).map(({ value }) => value)),
  );
  const near = limits.flatMap((limit) => (typeof limit === "number" ? [limit, limit - 1, limit + 1] : []));
  const found = [...near, 0, 1, -1, 2];
  return fractions ? [...found, ...near.map((limit) => limit + 0.5), 0.5] : found.filter(Number.isInteger);
}
