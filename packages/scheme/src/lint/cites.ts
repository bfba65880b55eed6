import { type ClauseTable, locatorsOf } from '../clauses.ts'
import type { Scheme } from '../language/scheme.ts'
import { claims, numerals } from './claims.ts'
import { type Item, itemsOf, type PlacedItem } from './items.ts'
import type { Report } from './report.ts'

/** Who covers a clause cites it, with its terms and every number; who covers none cites none. */
export function cites(scheme: Scheme, clauses: ClauseTable | undefined, report: Report): void {
  for (const placed of itemsOf(scheme)) {
    const { key, index, item } = placed
    const path = [key, index]
    if (!item.reading !== !item.readingEn) {
      report(path, 'reading.language', `${item.id} has its reading in one language only`)
    }
    if (item.covers.length === 0) {
      if (item.clause || item.terms.length > 0) report(path, 'cite.nothing', `${item.id} covers no clause`)
      continue
    }
    if (!item.clause) report(path, 'cite.clause', `${item.id} gives no locator`)
    if (item.terms.length === 0) report(path, 'cite.terms', `${item.id} gives no terms`)
    numbers(scheme, placed, report)
    if (clauses) places(item, path, clauses, report)
  }
}

/** The locator cited is one of those where the covered clauses stand. */
function places(item: Item, path: readonly PropertyKey[], { clauses }: ClauseTable, report: Report): void {
  const where = new Set<string>()
  for (const [at, id] of item.covers.entries()) {
    const clause = clauses.find(one => one.id === id)
    if (!clause) report([...path, 'covers', at], 'ref.clause', `there is no clause ${id}`)
    else for (const locator of locatorsOf(clause.clause)) where.add(locator)
  }
  if (where.size === 0 || !item.clause) return
  for (const locator of locatorsOf(item.clause)) {
    if (!where.has(locator)) {
      report(
        [...path, 'clause'],
        'cite.locator',
        `${item.id} cites ${locator}, its clauses stand at ${[...where].join(', ')}`,
      )
    }
  }
}

/** Numbers that an item claims must stand among its terms, unless a reading says where they come from. */
function numbers(scheme: Scheme, placed: PlacedItem, report: Report): void {
  const { key, index, item } = placed
  if (item.reading) return
  const terms = new Set(item.terms.flatMap(numerals))
  for (const claimed of new Set(claims(scheme, placed).flatMap(digits))) {
    if (!terms.has(claimed)) report([key, index, 'terms'], 'cite.number', `${item.id} claims ${claimed}`)
  }
}

/** Of a claimed value its figures alone: 百 and 万 are units there. */
const digits = (text: string) => text.normalize('NFKC').match(/\d+(\.\d+)?/g) ?? []
