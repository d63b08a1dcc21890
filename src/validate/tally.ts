/** Where a line stands. */
export interface LinePlace {
  readonly file: string;
  readonly line: number;
}

/** Equal errors of many lines. */
export interface Group {
  /** Null where the line could not be read or routed. */
  readonly subject: string | null;
  readonly pointer: string;
  readonly keyword: string;
  readonly message: string;
  readonly count: number;
  readonly first: LinePlace;
}

export interface SubjectCount {
  readonly lines: number;
  readonly valid: number;
  readonly invalid: number;
}

/** The `--json` answer, without its `format`. */
export interface Totals {
  readonly lines: number;
  readonly valid: number;
  readonly invalid: number;
  readonly malformed: number;
  readonly unrouted: number;
  readonly notes: number;
  readonly bySubject: Readonly<Record<string, SubjectCount>>;
  readonly groups: readonly Group[];
}

/** One thing said of one line; `subject` as in a group. */
export type Remark = Omit<Group, "count" | "first">;

export interface Tally {
  line(outcome: "malformed" | "unrouted" | { readonly subject: string; readonly valid: boolean }): void;
  error(remark: Remark, place: LinePlace): void;
  note(remark: Remark, place: LinePlace): void;
  totals(): Totals;
  noteGroups(): readonly Group[];
}

/** Groups kept; an input that makes more kinds of error than this is told so, and memory stays bounded. */
const mostGroups = 1000;

export function createTally(): Tally {
  const counts = { lines: 0, valid: 0, invalid: 0, malformed: 0, unrouted: 0, notes: 0 };
  const subjects = new Map<string, { lines: number; valid: number; invalid: number }>();
  const errors = createGroups();
  const notes = createGroups();
  return {
    line: (outcome) => {
      counts.lines += 1;
      if (typeof outcome === "string") counts[outcome] += 1;
      else {
        const verdict = outcome.valid ? "valid" : "invalid";
        const subject = subjects.get(outcome.subject) ?? { lines: 0, valid: 0, invalid: 0 };
        subjects.set(outcome.subject, subject);
        for (const count of [counts, subject]) count[verdict] += 1;
        subject.lines += 1;
      }
    },
    error: errors.add,
    note: (remark, place) => {
      counts.notes += 1;
      notes.add(remark, place);
    },
    totals: () => {
      const sorted = [...subjects].sort(([a], [b]) => (a < b ? -1 : 1));
      return { ...counts, bySubject: Object.fromEntries(sorted), groups: errors.sorted() };
    },
    noteGroups: notes.sorted,
  };
}

function createGroups() {
  const groups = new Map<string, { remark: Remark; count: number; first: LinePlace }>();
  const rest: Remark = {
    subject: null,
    pointer: "",
    keyword: "",
    message: "more kinds of error than are listed",
  };
  return {
    add: (remark: Remark, first: LinePlace): void => {
      const key = JSON.stringify([remark.subject, remark.pointer, remark.keyword, remark.message]);
      const group = groups.get(key) ?? (groups.size < mostGroups ? undefined : groups.get(""));
      if (group !== undefined) group.count += 1;
      else if (groups.size < mostGroups) groups.set(key, { remark, count: 1, first });
      else groups.set("", { remark: rest, count: 1, first });
    },
    /** Most frequent first; equal counts in the order first met. */
    sorted: (): readonly Group[] => {
      const list = [...groups.values()].sort((a, b) => b.count - a.count);
      return list.map(({ remark: { subject, pointer, keyword, message }, count, first }) => {
        return { subject, pointer, keyword, message, count, first };
      });
    },
  };
}
