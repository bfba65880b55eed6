import type { TemplatePlace } from './fault.ts'

const PARTS: readonly [RegExp, string][] = [
  [/^word\/document\.xml$/, '正文'],
  [/^word\/header/, '页眉'],
  [/^word\/footer/, '页脚'],
]

/** The parts of a .docx that may hold tags, with their names on paper. */
function partName(path: string): string | undefined {
  return PARTS.find(([shape]) => shape.test(path))?.[1]
}

/** The texts of the paragraphs of a part, in order, tables included: a tag may be cut over several runs. */
function paragraphTexts(xml: string): string[] {
  // What is cut at each end is looked through once, however often a paragraph begins and none ends.
  return xml
    .split('</w:p>')
    .slice(0, -1)
    .flatMap(piece => {
      const start = piece.search(/<w:p[ >]/)
      return start < 0 ? [] : [textIn(piece.slice(start))]
    })
}

const textIn = (paragraph: string) =>
  [...paragraph.matchAll(/<w:t(?: [^<>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join('')

const EXCERPT = 20

/** Where a text stands: the last paragraph with it, as a loop that is not closed is the one opened last. */
export function placeOf(parts: Readonly<Record<string, string>>, text: string): TemplatePlace | undefined {
  for (const [path, xml] of Object.entries(parts)) {
    const part = partName(path)
    if (!part) continue
    const texts = paragraphTexts(xml)
    const found = texts.findLastIndex(one => one.includes(text))
    if (found < 0) continue
    const whole = texts[found] ?? ''
    const excerpt = whole.length > EXCERPT ? `${whole.slice(0, EXCERPT)}…` : whole
    return { part, paragraph: found + 1, text: excerpt }
  }
  return undefined
}
