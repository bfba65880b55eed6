import { locatorsOf } from '../clauses.ts'
import type { Finding } from '../finding.ts'
import { itemsOf } from '../lint/index.ts'
import { gather } from '../lint/report.ts'
import type { ParsedScheme } from '../parse.ts'
import { clausesOf } from './locate.ts'
import { bears } from './plain.ts'

/** Every term that an item cites stands in the issued text at one of the places it names. */
export function checkCitations(parsed: ParsedScheme, text: string): Finding[] {
  const clauseText = clausesOf(text)
  return gather(parsed, [
    report => {
      for (const { key, index, item } of itemsOf(parsed.scheme)) {
        if (!item.clause) continue
        const found: string[] = []
        for (const locator of locatorsOf(item.clause)) {
          const place = clauseText(locator)
          if (place === undefined)
            report([key, index, 'clause'], 'cite.no-place', `there is no place ${locator}`)
          else found.push(place)
        }
        item.terms.forEach((term, at) => {
          if (!found.some(place => bears(place, term))) {
            report([key, index, 'terms', at], 'cite.missing', `"${term}" does not stand at ${item.clause}`)
          }
        })
      }
    },
  ])
}
