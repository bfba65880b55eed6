/** Repeatable pseudo-random numbers (mulberry32): the same seed gives the same demo on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** Both ends inside. */
  between(low: number, high: number): number
  pick<T>(items: readonly T[]): T
  shuffled<T>(items: readonly T[]): T[]
}

export function random(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(items: readonly T[]): T => {
    const item = items[between(0, items.length - 1)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const shuffled = <T>(items: readonly T[]): T[] => {
    const rest = [...items]
    const out: T[] = []
    while (rest.length > 0) out.push(...rest.splice(between(0, rest.length - 1), 1))
    return out
  }
  return { next, between, pick, shuffled }
}
