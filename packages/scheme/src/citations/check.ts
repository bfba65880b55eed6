import { locatorsOf } from '../clauses.ts'
import type { Finding } from '../finding.ts'
import type { Scheme } from '../language/scheme.ts'
import { itemsOf } from '../lint/index.ts'
import { gather } from '../lint/report.ts'
import type { ParsedScheme } from '../parse.ts'
import { clausesOf, WHOLE } from './locate.ts'
import { bears } from './plain.ts'

/** Every term that an item cites stands in the issued text at one of the places it names. */
export function checkCitations(parsed: ParsedScheme, text: string): Finding[] {
  const clauseText = clausesOf(text)
  return gather(parsed, [
    report => {
      for (const { path, clause, texts } of otherCites(parsed.scheme)) {
        const place = clauseText(clause)
        for (const one of texts) {
          if (place === undefined || !bears(place, one))
            report(path, 'cite.missing', `"${one}" does not stand at ${clause}`)
        }
      }
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

/** What is no item and yet names words of the text: who answers for a clause, what is counted there, other spellings. */
const otherCites = ({ owners, counted, units }: Scheme) => [
  ...owners.map(({ clause, units: texts }, index) => ({ path: ['owners', index], clause, texts })),
  ...counted.map(({ clause, named: texts }, index) => ({ path: ['counted', index], clause, texts })),
  ...units.map(({ aliases: texts }, index) => ({ path: ['units', index], clause: WHOLE, texts })),
]
