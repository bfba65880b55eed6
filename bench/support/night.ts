import { setTimeout } from 'node:timers/promises'
import { spread } from './measure.ts'

/** When each comes, in ms from the start: half of them spread over all but the last fifth, half over the last fifth. */
export function arrivals(count: number, minutes: number): number[] {
  const whole = minutes * 60_000
  const late = whole / 5
  const early = Math.floor(count / 2)
  return Array.from({ length: count }, (_, n) =>
    n < early ? ((whole - late) * n) / early : whole - late + (late * (n - early)) / (count - early),
  )
}

/** Milliseconds of each kind of answer, and what went wrong. */
export class Watch {
  readonly times = new Map<string, number[]>()
  readonly failed: string[] = []

  /** Undefined where it failed. */
  async time<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    const from = performance.now()
    try {
      const result = await work()
      const times = this.times.get(what) ?? []
      this.times.set(what, times)
      times.push(performance.now() - from)
      return result
    } catch (error) {
      this.failed.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
  }

  spread(what: string) {
    return spread(this.times.get(what) ?? [])
  }
}

/** Starts each work at its time, whether those before have ended or not; waits for all. */
export async function atTimes(
  times: readonly number[],
  work: (n: number) => Promise<unknown>,
): Promise<void> {
  const from = performance.now()
  const running: Promise<unknown>[] = []
  for (const [n, at] of times.entries()) {
    await setTimeout(Math.max(0, from + at - performance.now()))
    running.push(work(n))
  }
  await Promise.all(running)
}
