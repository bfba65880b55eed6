import type { UnitFact } from '../facts/index.ts'
import { nameKey } from './match.ts'

/** What a file says of itself, in the order in which it is believed. */
export interface FileSays {
  /** Lines above and below the table. */
  readonly title: readonly string[]
  readonly sheet: string
  /** Without its ending. */
  readonly file: string
}
export type UnitFrom = keyof FileSays | 'projects'

export interface WhoseFile {
  readonly unit: string
  readonly from: UnitFrom
  /** Units that it may be instead. */
  readonly others: readonly string[]
}

/**
 * The unit whose return a file holds: the one that its title, sheet or name tells, else the one of most of its projects.
 * `votes`: unit → rows of projects that it reports. `others` alone, without a unit, where several are named alike.
 */
export function whoseFile(
  says: FileSays,
  units: readonly UnitFact[],
  votes: ReadonlyMap<string, number>,
): WhoseFile | { readonly unit?: undefined; readonly others: readonly string[] } {
  const most = [...votes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const rows = most.reduce((sum, [, count]) => sum + count, 0)
  const voted = most.filter(([, count]) => count * 2 > rows).map(([unit]) => unit)
  for (const from of ['title', 'sheet', 'file'] as const) {
    const texts = from === 'title' ? says.title : [says[from]]
    const named = namedIn(texts, units)
    const asked = named.length > 1 ? named.filter(unit => votes.has(unit)) : named
    const [unit] = asked
    if (unit !== undefined && asked.length === 1)
      return { unit, from, others: votes.has(unit) ? [] : voted.filter(one => one !== unit) }
    if (named.length > 1) return { others: named }
  }
  const [unit] = voted
  if (unit !== undefined) return { unit, from: 'projects', others: [] }
  return { others: most.map(([one]) => one) }
}

/** Units by their full names; where none is there, by a short form. A name inside a longer one does not count. */
function namedIn(texts: readonly string[], units: readonly UnitFact[]): string[] {
  const keys = texts.map(nameKey)
  const found = units
    .filter(unit => unit.kind !== 'office')
    .flatMap(({ id, name, aliases = [] }) =>
      [name, ...aliases]
        .map(nameKey)
        .filter(key => key.length >= 2 && keys.some(text => text.includes(key)))
        .map(key => ({ id, key })),
    )
  const longest = found.filter(
    ({ key }) => !found.some(other => other.key !== key && other.key.includes(key)),
  )
  const full = [...new Set(longest.map(({ id }) => id))]
  if (full.length > 0) return full
  return units
    .filter(one => one.kind !== 'office' && keys.some(text => isShortIn(text, one)))
    .map(one => one.id)
}

const LONGEST_SHORT = 6

/** 住建局 of 住房和城乡建设局: three characters or more, in their order, with the first and the last of the name. */
function isShortIn(text: string, { name }: UnitFact): boolean {
  const full = [...nameKey(name)]
  const chars = [...text]
  return chars.some((first, from) => {
    if (first !== full[0]) return false
    for (let to = from + 3; to <= Math.min(chars.length, from + LONGEST_SHORT); to += 1) {
      const short = chars.slice(from, to)
      if (short.length < full.length && short.at(-1) === full.at(-1) && inOrder(short, full)) return true
    }
    return false
  })
}

function inOrder(short: readonly string[], full: readonly string[]): boolean {
  let at = 0
  for (const char of full) if (char === short[at]) at += 1
  return at === short.length
}
