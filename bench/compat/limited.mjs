import { once } from "node:events";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { openPeers } from "./peers.mjs";

const limit = 3_000;

/** The peers, each in a thread of its own: one that does not end within three seconds is stopped and has failed. */
export async function limitedPeers() {
  return (await openPeers()).map(({ name }) => ({ name, ask: asker(name) }));
}

function asker(name) {
  let worker;
  return async (old, next) => {
    if (worker === undefined) {
      worker = new Worker(new URL(import.meta.url), { workerData: name });
      await once(worker, "message");
    }
    const answered = once(worker, "message");
    worker.postMessage([old, next]);
    const late = Symbol("late");
    let timer;
    const timeout = new Promise((done) => {
      timer = setTimeout(() => done(late), limit);
    });
    const result = await Promise.race([answered, timeout]);
    clearTimeout(timer);
    if (result !== late) return result[0];
    await worker.terminate();
    worker = undefined;
    return { answer: undefined, failed: true, took: limit };
  };
}

if (!isMainThread && parentPort !== null) {
  const peer = (await openPeers()).find(({ name }) => name === workerData);
  parentPort.on("message", async ([old, next]) => {
    const prepared = peer.prepare(old, next);
    const start = performance.now();
    try {
      const answer = await peer.ask(prepared);
      parentPort.postMessage({ answer, failed: false, took: performance.now() - start });
    } catch {
      parentPort.postMessage({ answer: undefined, failed: true, took: performance.now() - start });
    }
  });
  parentPort.postMessage("ready");
}
