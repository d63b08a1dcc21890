import { elapsed } from "./patience.ts";
import { type OutOfTime, outOfTime, within } from "./within.ts";

const spent = new WeakMap<object, number>();

/** Of an account, what a round may use up before the next one begins with a clock of its own. */
const shared = 0.05;

/**
 * Runs synchronous work on the account of `of`: all work on one thing together gets so much time, however many parts it has.
 * Honest schemas need a few milliseconds; what is left over is never asked for.
 * @param of a subject, a version's schema: made anew by every load, so every run begins with a full account.
 * @param milliseconds the whole account.
 */
export function spend<T>(of: object, milliseconds: number, work: () => T): T | OutOfTime {
  const left = milliseconds - (spent.get(of) ?? 0);
  if (left < 1) return outOfTime;
  const start = performance.now();
  try {
    return within(left, work);
  } finally {
    spent.set(of, milliseconds - left + elapsed(start));
  }
}

/**
 * The same for each of many things. A clock costs more than most work it stops, so things that have used little share one:
 * what is stopped has had nine tenths of its account at least, and what others need is never on its bill.
 */
export function spendEach<T extends object, R>(
  things: readonly T[],
  account: (thing: T) => object,
  milliseconds: number,
  work: (thing: T) => R,
): readonly (R | OutOfTime)[] {
  const done: (R | OutOfTime)[] = [];
  const most = milliseconds * shared;
  const fresh = (thing: T) => (spent.get(account(thing)) ?? 0) < most;
  for (let thing = things[0]; thing !== undefined; thing = things[done.length]) {
    if (!fresh(thing)) {
      const alone = thing;
      done.push(spend(account(alone), milliseconds, () => work(alone)));
      continue;
    }
    const began = performance.now();
    let at = thing;
    let begun = done.length;
    const round = within(milliseconds, () => {
      do {
        const start = performance.now();
        begun = done.length;
        done.push(work(at));
        book(account(at), elapsed(start));
        at = things[done.length] ?? at;
      } while (done.length < things.length && fresh(at) && elapsed(began) < most);
    });
    if (round !== outOfTime || done.length > begun) continue;
    book(account(at), milliseconds);
    done.push(outOfTime);
  }
  return done;
}

function book(of: object, milliseconds: number): void {
  spent.set(of, (spent.get(of) ?? 0) + milliseconds);
}
