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
  const starts = new Map([...headings(lines)].map(([locator, at]) => [at, locator]))
  const every = eachHeading(lines)
  const blocks = new Map<string, string[]>()
  let open: string[] = []
  lines.forEach((line, at) => {
    if (every[at] !== undefined) {
      open = []
      const first = starts.get(at)
      if (first !== undefined) blocks.set(first, open)
    }
    open.push(line)
  })
  return blocks
}

/** Locator → the first line that begins it. */
export function headings(lines: readonly string[]): Map<string, number> {
  const found = new Map<string, number>()
  eachHeading(lines).forEach((locator, at) => {
    if (locator !== undefined && !found.has(locator)) found.set(locator, at)
  })
  return found
}

/** Of each line the locator that it begins, if any. */
function eachHeading(lines: readonly string[]): (string | undefined)[] {
  let section = ''
  let part = ''
  return lines.map(line => {
    const heading = SECTION.exec(line)?.[1]
    const sub = PART.exec(line)?.[1]
    const point = POINT.exec(line)?.[1]
    if (heading) {
      section = heading
      part = ''
      return section
    }
    if (sub && section) {
      part = `${section}(${sub})`
      return part
    }
    return point && part ? `${part}${point}` : undefined
  })
}
