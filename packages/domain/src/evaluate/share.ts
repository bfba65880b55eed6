import { addMinor } from '@guatu/kernel'
import type { Group } from './group.ts'
import type { Program } from './program.ts'

/** Integers under `scope|counter`; parts merge by addition and leave by subtraction. */
export interface Counters extends Iterable<[string, number]> {
  get(key: string): number | undefined
}

/** What one project on one list adds to every scope of its group. */
export interface Share {
  readonly group: Group
  /** Of the standard sums and the indicators' ends. */
  readonly amounts: readonly number[]
  /** Index of its colour on the list, and over all lists; -1 where it has none. */
  readonly colour: number
  readonly overall: number
}

/** What one project adds, kept as numbers; its counters are spelt out when they are read. */
export class Shares implements Counters {
  readonly shares: readonly Share[]

  constructor(shares: readonly Share[]) {
    this.shares = shares
  }

  get(key: string): number | undefined {
    let found: number | undefined
    for (const [name, value] of this) if (name === key) found = (found ?? 0) + value
    return found
  }

  each(take: (key: string, amount: number) => void): void {
    for (const { group, amounts, colour, overall } of this.shares) {
      for (const scope of group.scopes) {
        for (let index = 0; index < amounts.length; index++) {
          take(scope.keys[index] ?? '', amounts[index] ?? 0)
        }
        const worst = scope.overall ? overall : colour
        if (worst >= 0) take(scope.keys[amounts.length + worst] ?? '', 1)
      }
    }
  }

  [Symbol.iterator](): Iterator<[string, number]> {
    const counters: [string, number][] = []
    this.each((key, amount) => counters.push([key, amount]))
    return counters[Symbol.iterator]()
  }
}

/** Sums over many projects: by group first, so that each project is added once and not in every scope. */
export class Sum {
  readonly #groups = new Map<Group, number[]>()
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  add({ shares }: Shares): void {
    for (const share of shares) this.addShare(share)
  }

  addShare({ group, amounts, colour, overall }: Share): void {
    const { counters, colours } = this.#program
    let sums = this.#groups.get(group)
    if (!sums) {
      sums = new Array<number>(counters.length + colours.length).fill(0)
      this.#groups.set(group, sums)
    }
    for (let index = 0; index < amounts.length; index++) {
      sums[index] = addMinor(sums[index] ?? 0, amounts[index] ?? 0)
    }
    countAt(sums, amounts.length, colour)
    countAt(sums, counters.length, overall)
  }

  total(): Map<string, number> {
    const { counters, colours } = this.#program
    const total = new Map<string, number>()
    const amounts = counters.length - colours.length
    for (const [group, sums] of this.#groups) {
      for (const { overall, keys } of group.scopes) {
        for (const [index, key] of keys.entries()) {
          const at = overall && index >= amounts ? index + colours.length : index
          add(total, key, sums[at] ?? 0)
        }
      }
    }
    return total
  }
}

function countAt(sums: number[], from: number, colour: number) {
  if (colour >= 0) sums[from + colour] = (sums[from + colour] ?? 0) + 1
}

function add(counters: Map<string, number>, key: string, value: number) {
  counters.set(key, addMinor(counters.get(key) ?? 0, value))
}

/** Adds (`sign` 1) or takes out (`sign` -1) one project's counters. */
export function merge(total: Map<string, number>, part: Counters, sign: 1 | -1) {
  const take = (key: string, amount: number) => add(total, key, sign * amount)
  if (part instanceof Shares) part.each(take)
  else for (const [key, amount] of part) take(key, amount)
}
