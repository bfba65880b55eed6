import type { Facts } from '@guatu/domain'
import { CATALOGUE, checkRow, checkRows } from '@guatu/domain/check'
import { groupBy } from '@guatu/kernel'
import { type Random, random } from '../make/random.ts'
import { cleanRows, type Sent } from './clean.ts'
import { FAULTS, type Fault } from './plant.ts'

/** What a check did on rows with planted faults, and on rows without. */
export interface Tally {
  readonly check: string
  readonly planted: number
  readonly found: number
  /** On clean rows, by demo. */
  readonly alarms: Readonly<Record<string, number>>
}

/** At most so many faults of each kind in each demo. */
const EACH = 60
const ROUND = 'round.habit'
const HUNDRED_WAN = 100_000_000

export function tallies(demos: Readonly<Record<string, Facts>>): { rows: number; tallies: Tally[] } {
  const clean = new Map(Object.entries(demos).map(([demo, facts]) => [demo, cleanRows(facts)]))
  const alarms = new Map([...clean].map(([demo, rows]) => [demo, alarmsOf(rows)]))
  const dice = random(7_331)
  const all = CATALOGUE.map(({ id }): Tally => {
    const fault = FAULTS[id]
    const results = [...clean.values()].flatMap(rows =>
      fault ? planted(rows, id, fault, dice) : rounded(rows, dice),
    )
    const found = results.filter(Boolean).length
    const own = [...alarms].map(([demo, counts]) => [demo, counts.get(id) ?? 0])
    return { check: id, planted: results.length, found, alarms: Object.fromEntries(own) }
  })
  return { rows: [...clean.values()].flat().length, tallies: all }
}

/** Findings of each check on rows as they are: whole returns of one period. */
function alarmsOf(clean: readonly Sent[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const sent of groupBy(clean, one => one.row.period).values()) {
    const contexts = new Map(sent.map(one => [one.row.project, one.context]))
    const rows = sent.map(one => one.row)
    for (const { check } of checkRows(rows, contexts)) counts.set(check, (counts.get(check) ?? 0) + 1)
  }
  return counts
}

/** Whether each planted fault was found. A row on which the check speaks already is not used. */
function planted(clean: readonly Sent[], check: string, fault: Fault, dice: Random): boolean[] {
  const speaks = ({ row, context }: Sent) => checkRow(row, context).some(one => one.check === check)
  const results: boolean[] = []
  for (const sent of dice.shuffled(clean)) {
    if (results.length >= EACH) break
    if (speaks(sent)) continue
    const wrong = fault(sent, dice)
    if (wrong) results.push(speaks(wrong))
  }
  return results
}

/** A reporter rounds 30 to 100 % of the rows of one period up to whole 100 万元. */
function rounded(clean: readonly Sent[], dice: Random): boolean[] {
  const returns = groupBy(clean, one => `${one.row.reporter} ${one.row.period}`)
  return dice
    .shuffled([...returns.values()].filter(one => one.length >= 4))
    .slice(0, EACH)
    .map(sent => {
      const share = dice.between(30, 100)
      const rows = sent.map(({ row }) => {
        if (dice.between(1, 100) > share) return row
        const figures = Object.entries(row.figures).map(([field, value]) => [
          field,
          typeof value === 'number' ? Math.ceil(value / HUNDRED_WAN) * HUNDRED_WAN : value,
        ])
        return { ...row, figures: Object.fromEntries(figures) }
      })
      return checkRows(rows, new Map()).some(one => one.check === ROUND)
    })
}
