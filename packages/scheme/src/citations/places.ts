import { locatorsOf } from '../clauses.ts'
import { headings } from './locate.ts'
import { plain } from './plain.ts'

/**
 * At which paragraph of a text a clause stands, by the first of its locators that the text has; undefined where it
 * has none.
 */
export function clausePlaces(paragraphs: readonly string[]): (clause: string) => number | undefined {
  const lines = paragraphs.map(plain)
  const places = headings(lines)
  return clause => {
    for (const locator of locatorsOf(clause).map(plain)) {
      const at = places.get(locator) ?? lines.findIndex(line => line.startsWith(locator))
      if (at >= 0) return at
    }
    return undefined
  }
}
