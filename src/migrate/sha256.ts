/**
 * SHA-256 (FIPS 180-4) of the UTF-8 bytes of a text, in lower-case hex. Written out because upgraders are handed to
 * consumers who have no crypto module, or only one that answers later.
 */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const blocks = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setUint32(blocks.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(blocks.length - 4, bytes.length << 3);
  const state = Uint32Array.from(start);
  for (let at = 0; at < blocks.length; at += 64) compress(state, view, at);
  return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
}

function compress(state: Uint32Array, view: DataView, at: number): void {
  const words = new Uint32Array(64);
  for (let index = 0; index < 16; index += 1) words[index] = view.getUint32(at + index * 4);
  for (let index = 16; index < 64; index += 1) {
    const [early, late] = [word(words, index - 15), word(words, index - 2)];
    const first = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const second = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    words[index] = word(words, index - 16) + first + word(words, index - 7) + second;
  }
  const held = Uint32Array.from(state);
  for (let index = 0; index < 64; index += 1) {
    const [a, b, c, e, f, g, h] = [0, 1, 2, 4, 5, 6, 7].map((place) => word(held, place)) as Eight;
    const first = (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g));
    const sum = h + first + word(rounds, index) + word(words, index);
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    held.copyWithin(1, 0, 7);
    held[4] = word(held, 4) + sum;
    held[0] = sum + second;
  }
  for (let index = 0; index < 8; index += 1) state[index] = word(state, index) + word(held, index);
}

type Eight = [number, number, number, number, number, number, number];

function word(words: Uint32Array, index: number): number {
  return words[index] ?? 0;
}

function turn(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}

/** The first 32 bits of the fractional part of a root of each prime. */
function fractions(count: number, power: number): Uint32Array {
  const found = new Uint32Array(count);
  let filled = 0;
  for (let candidate = 2; filled < count; candidate += 1) {
    let prime = true;
    for (let by = 2; by * by <= candidate; by += 1) if (candidate % by === 0) prime = false;
    if (!prime) continue;
    const root = candidate ** power;
    found[filled] = Math.floor((root - Math.floor(root)) * 0x100000000);
    filled += 1;
  }
  return found;
}

const start = fractions(8, 1 / 2);
const rounds = fractions(64, 1 / 3);
