import { compareText, type Minor } from '@guatu/kernel'
import { boardCell } from '../board/index.ts'
import { changeBetween } from './between.ts'
import { CHANGE_TAGS, type Change, type ChangeTag, type ProjectChange, tagOf } from './change.ts'
import type { Side } from './side.ts'

/**
 * What differs between two standings of one jurisdiction, weightiest first: turned worse, turned better, other stage,
 * then by the amount reported. `only`: no others can differ.
 */
export function changesBetween(before: Side, now: Side, only?: Iterable<string>): ProjectChange[] {
  const changes: ProjectChange[] = []
  const compare = (id: string) => {
    const one = changeBetween(before, now, before.row(id), now.row(id))
    if (one) changes.push(one)
  }
  if (only) for (const id of only) compare(id)
  else {
    for (const { id } of now.rows()) compare(id)
    for (const { id } of before.rows()) if (!now.row(id)) compare(id)
  }
  const { severity } = now.basis
  return changes
    .map(one => ({ one, weight: weightOf(one.changes, severity) }))
    .sort((a, b) => byWeight(a.weight, b.weight) || compareText(a.one.project, b.one.project))
    .map(({ one }) => one)
}

/** In how many projects something of that tag changed. */
export function countChanges(changes: readonly ProjectChange[]): Record<ChangeTag, number> {
  const counts = Object.fromEntries(CHANGE_TAGS.map(tag => [tag, 0])) as Record<ChangeTag, number>
  for (const one of changes) for (const tag of new Set(one.changes.map(tagOf))) counts[tag] += 1
  return counts
}

export interface FromTo {
  readonly from: number
  readonly to: number
}

/** The sums of all that the reader sees on lists of the year, before and now. `invested` in minor units. */
export function sumsBetween(before: Side, now: Side) {
  const cell = ({ basis, total }: Side) => boardCell({ program: basis.program, total }, 'jurisdiction', '*')
  const [a, b] = [cell(before), cell(now)]
  const colours: Record<string, FromTo> = {}
  for (const colour of new Set([...Object.keys(a.colours), ...Object.keys(b.colours)]))
    colours[colour] = { from: a.colours[colour] ?? 0, to: b.colours[colour] ?? 0 }
  const both = (name: 'projects' | 'started' | 'reported' | 'invested') => ({ from: a[name], to: b[name] })
  return {
    projects: both('projects'),
    started: both('started'),
    reported: both('reported'),
    invested: both('invested'),
    colours,
  }
}

interface Weight {
  readonly rank: number
  /** Of the worst colour that it turned to. */
  readonly severity: number
  readonly amount: Minor
}

const RANKS: readonly ChangeTag[] = ['worse', 'better', 'stage']

function weightOf(changes: readonly Change[], severity: ReadonlyMap<string, number>): Weight {
  let [rank, worst, amount] = [RANKS.length, 0, 0]
  for (const change of changes) {
    const at = RANKS.indexOf(tagOf(change))
    if (at >= 0 && at < rank) rank = at
    if (change.kind === 'light' && change.turn === 'worse')
      worst = Math.max(worst, severity.get(change.to) ?? 0)
    if (change.kind === 'investment') amount = Math.abs(change.by)
  }
  return { rank, severity: worst, amount }
}

const byWeight = (a: Weight, b: Weight) => a.rank - b.rank || b.severity - a.severity || b.amount - a.amount
