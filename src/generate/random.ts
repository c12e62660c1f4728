/** Chance that comes out the same for the same seed, on every machine. Nothing here is fit for secrets. */

export interface Random {
  /** In [0, 1). */
  readonly unit: () => number;
  /** An integer in [0, limit). */
  readonly below: (limit: number) => number;
  /** An integer, both ends included. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  /** @throws on an empty list */
  readonly pick: <T>(items: readonly T[]) => T;
  /** Twice as many digits as bytes. */
  readonly hex: (bytes: number) => string;
}

const BYTE = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, '0'));

/** Four 32-bit words of a text (cyrb128). */
function wordsOf(seed: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let at = 0; at < seed.length; at += 1) {
    const code = seed.charCodeAt(at);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
}

/** The generator sfc32 over a seed of any text. */
export function createRandom(seed: string): Random {
  let [a, b, c, d] = wordsOf(seed);
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let at = 0; at < 12; at += 1) next();
  const unit = () => next() / 4294967296;
  const below = (limit: number) => Math.floor(unit() * limit);
  return {
    unit,
    below,
    between: (low, high) => low + Math.floor(unit() * (high - low + 1)),
    chance: (probability) => unit() < probability,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('Nothing to pick from');
      return item;
    },
    hex: (bytes) => {
      let text = '';
      for (let done = 0; done < bytes; done += 4) {
        const word = next();
        for (let at = 0; at < 4 && done + at < bytes; at += 1) text += BYTE[(word >>> (at * 8)) & 255];
      }
      return text;
    },
  };
}
