import { classOf, cutsOf, groupsOf } from "./character-groups.ts";
import type { Nfa } from "./nfa.ts";

/** A deterministic automaton whose states come into being as they are reached. */
export interface Dfa {
  readonly start: number;
  /** Code points where some character class begins or has just ended, ascending. */
  readonly cuts: readonly number[];
  /** Which characters the automaton cannot tell apart: equal numbers, equal steps. */
  groupOf(codePoint: number): number;
  step(state: number, codePoint: number): number;
  accepts(state: number): boolean;
  /** Accepts whatever follows. */
  universal(state: number): boolean;
  /** Rejects whatever follows. */
  dead(state: number): boolean;
}

/** A promise about the rest of the word: the automaton of a look-ahead must (not) accept it. */
interface Duty {
  readonly assertion: number;
  readonly state: number;
}

interface Thread {
  readonly at: number;
  readonly duties: readonly Duty[];
}

interface State {
  readonly threads: readonly Thread[];
  /** One state per look-behind: its automaton has read everything so far. */
  readonly behind: readonly number[];
}

/** Determinises on demand. Look-aheads ride along as duties of a thread, look-behinds as automata of the prefix. */
export function makeDfa(nfa: Nfa): Dfa {
  const inner = nfa.assertions.map((assertion) => makeDfa(assertion.body));
  const cuts = cutsOf(nfa, inner);
  const groups = groupsOf(nfa, inner, cuts);
  const groupOf = (codePoint: number) => groups[classOf(cuts, codePoint)] ?? 0;
  const states: State[] = [];
  const byKey = new Map<string, number>();
  const steps = new Map<number, number>();
  const universalId = intern({ threads: [{ at: nfa.rest, duties: [] }], behind: [] });
  const first: State = {
    threads: [{ at: nfa.start, duties: [] }],
    behind: nfa.assertions.map((assertion, index) =>
      assertion.kind === "behind" ? (inner[index]?.start ?? 0) : 0,
    ),
  };
  const start = settle(first);

  function intern(state: State): number {
    const key = `${state.threads.map(threadKey).join(";")}#${state.behind.join(",")}`;
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const id = states.push(state) - 1;
    byKey.set(key, id);
    return id;
  }

  /** Follows free moves and assertions; keeps the threads that can read or accept. */
  function settle(state: State): number {
    const kept = new Map<string, Thread>();
    const seen = new Set<string>();
    const open = [...state.threads];
    for (let thread = open.pop(); thread !== undefined; thread = open.pop()) {
      const key = threadKey(thread);
      if (seen.has(key)) continue;
      seen.add(key);
      const node = nfa.states[thread.at];
      if (node === undefined) continue;
      if (thread.at === nfa.rest && thread.duties.length === 0) return universalId;
      if (thread.at === nfa.final || node.chars.length > 0) kept.set(key, thread);
      for (const to of node.free) open.push({ at: to, duties: thread.duties });
      for (const { assertion, to } of node.asserts) {
        const duties = assume(assertion, thread.duties, state.behind);
        if (duties !== undefined) open.push({ at: to, duties });
      }
    }
    const keys = [...kept.keys()].sort();
    const threads = keys.map((key) => kept.get(key)).filter((thread) => thread !== undefined);
    return intern({ threads, behind: threads.length === 0 ? [] : state.behind });
  }

  function assume(
    index: number,
    duties: readonly Duty[],
    behind: readonly number[],
  ): readonly Duty[] | undefined {
    const assertion = nfa.assertions[index];
    const dfa = inner[index];
    if (assertion === undefined || dfa === undefined) return undefined;
    if (assertion.kind === "behind") {
      return dfa.accepts(behind[index] ?? 0) === assertion.negate ? undefined : duties;
    }
    return withDuty(duties, { assertion: index, state: dfa.start });
  }

  /** The duties with one more; undefined where it can no longer be kept, the same list where it is kept already. */
  function withDuty(duties: readonly Duty[], duty: Duty): readonly Duty[] | undefined {
    const dfa = inner[duty.assertion];
    const negate = nfa.assertions[duty.assertion]?.negate ?? false;
    if (dfa === undefined) return undefined;
    if (dfa.universal(duty.state)) return negate ? undefined : duties;
    if (dfa.dead(duty.state)) return negate ? duties : undefined;
    if (duties.some((one) => one.assertion === duty.assertion && one.state === duty.state)) return duties;
    return [...duties, duty].sort((a, b) => a.assertion - b.assertion || a.state - b.state);
  }

  function read(id: number, codePoint: number): number {
    const state = states[id];
    if (state === undefined || id === universalId || state.threads.length === 0) return id;
    const behind = state.behind.map((inside, index) =>
      nfa.assertions[index]?.kind === "behind" ? (inner[index]?.step(inside, codePoint) ?? 0) : 0,
    );
    const threads: Thread[] = [];
    for (const thread of state.threads) {
      const edges = nfa.states[thread.at]?.chars ?? [];
      let duties: readonly Duty[] | undefined;
      for (const { set, to } of edges) {
        if (!set.has(codePoint)) continue;
        duties ??= carry(thread.duties, codePoint);
        if (duties === undefined) break;
        threads.push({ at: to, duties });
      }
    }
    return settle({ threads, behind });
  }

  function carry(duties: readonly Duty[], codePoint: number): readonly Duty[] | undefined {
    let kept: readonly Duty[] | undefined = [];
    for (const { assertion, state } of duties) {
      if (kept === undefined) return undefined;
      kept = withDuty(kept, { assertion, state: inner[assertion]?.step(state, codePoint) ?? 0 });
    }
    return kept;
  }

  function step(state: number, codePoint: number): number {
    if (nfa.units && codePoint > 0xffff) {
      const high = 0xd800 + ((codePoint - 0x10000) >> 10);
      return stepOne(stepOne(state, high), 0xdc00 + ((codePoint - 0x10000) & 0x3ff));
    }
    return stepOne(state, codePoint);
  }

  function stepOne(state: number, codePoint: number): number {
    const key = state * (groups.length + 1) + groupOf(codePoint);
    const known = steps.get(key);
    if (known !== undefined) return known;
    const next = read(state, codePoint);
    steps.set(key, next);
    return next;
  }

  function accepts(id: number): boolean {
    return (
      states[id]?.threads.some(
        (thread) =>
          (thread.at === nfa.final || thread.at === nfa.rest) &&
          thread.duties.every(
            ({ assertion, state }) => inner[assertion]?.accepts(state) !== nfa.assertions[assertion]?.negate,
          ),
      ) ?? false
    );
  }

  return {
    start,
    cuts,
    groupOf,
    step,
    accepts,
    universal: (state) => state === universalId,
    dead: (state) => states[state]?.threads.length === 0,
  };
}

function threadKey({ at, duties }: Thread): string {
  return `${at}${duties.map(({ assertion, state }) => `/${assertion}.${state}`).join("")}`;
}
