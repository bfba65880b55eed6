import type { Day } from '@guatu/kernel'
import type { ProjectPart } from './map.ts'
import { type Program, programAt } from './program.ts'
import { Sum } from './share.ts'

/** Sums over all projects on the as-of date, and on the earlier days on which rules of units look back. */
export class Totals {
  readonly #now: Sum
  readonly #earlier: readonly (readonly [Day, Sum])[]

  constructor(program: Program) {
    this.#now = new Sum(program)
    this.#earlier = program.lookBack.sums.map(day => [day, new Sum(programAt(program, day))])
  }

  add({ counters, earlier }: Pick<ProjectPart, 'counters' | 'earlier'>): void {
    this.#now.add(counters)
    for (const [at, [, sum]] of this.#earlier.entries()) {
      const shares = earlier?.[at]
      if (shares) sum.add(shares)
    }
  }

  totals(): {
    readonly total: ReadonlyMap<string, number>
    readonly earlier: ReadonlyMap<Day, ReadonlyMap<string, number>>
  } {
    return {
      total: this.#now.total(),
      earlier: new Map(this.#earlier.map(([day, sum]) => [day, sum.total()])),
    }
  }
}
