import { plain } from './plain.ts'

const SECTION = /^([一二三四五六七八九十]+)、/
const PART = /^\(([一二三四五六七八九十]+)\)/
const POINT = /^(\d{1,2})[.．、](?!\d)/

/** The opening before the first heading: it has no bounds of its own, the whole text stands for it. */
export const WHOLE = '首段'

/**
 * Splits a plan's text by its headings. `一`, `二(五)` and `一(二)1` give the text at that place, headings included;
 * a section's own text ends where its first part begins, unless it has none but its heading. Any other locator is the
 * opening of a paragraph. Undefined where the text has no such place.
 */
export function clausesOf(text: string): (locator: string) => string | undefined {
  const lines = text.split(/\r?\n/).map(plain)
  const numbered = blocksOf(lines)
  return locator => place(lines, numbered, plain(locator))
}

function place(
  lines: readonly string[],
  numbered: Map<string, string[]>,
  wanted: string,
): string | undefined {
  if (wanted === WHOLE) return lines.join('')
  const own = numbered.get(wanted)
  if (own === undefined) return lines.find(line => line.startsWith(wanted))
  if (own.filter(line => line !== '').length > 1 || /[()]/.test(wanted)) return own.join('')
  return [...numbered]
    .filter(([at]) => at.startsWith(`${wanted}(`) || at === wanted)
    .flatMap(([, block]) => block)
    .join('')
}

/** Locator → its own lines, in the order of the text. The first block of a locator counts: a text may be doubled. */
function blocksOf(lines: readonly string[]): Map<string, string[]> {
  const blocks = new Map<string, string[]>()
  let section = ''
  let part = ''
  let open: string[] = []
  const begin = (place: string) => {
    open = []
    if (!blocks.has(place)) blocks.set(place, open)
  }
  for (const line of lines) {
    const heading = SECTION.exec(line)?.[1]
    const sub = PART.exec(line)?.[1]
    const point = POINT.exec(line)?.[1]
    if (heading) {
      section = heading
      part = ''
      begin(section)
    } else if (sub && section) {
      part = `${section}(${sub})`
      begin(part)
    } else if (point && part) begin(`${part}${point}`)
    open.push(line)
  }
  return blocks
}
