import type { DocumentState } from '@guatu/domain'
import { escapeXml } from '../write/text.ts'
import type { Parts } from './open.ts'

/** By Word's id, or by its text, as another program gives ids of its own. */
const isMarked = (xml: string) =>
  xml.includes('PowerPlusWaterMarkObject') || /<v:textpath [^<>]*string="草稿"/.test(xml)

/** Without the runs that hold the watermark. Cut at each end of a run, so that it is looked through once. */
const unmarked = (xml: string) =>
  xml
    .split('</w:r>')
    .map((piece, index, all) => {
      const start = index < all.length - 1 && isMarked(piece) ? piece.search(/<w:r[ >]/) : -1
      return start < 0 ? (index < all.length - 1 ? `${piece}</w:r>` : piece) : piece.slice(0, start)
    })
    .join('')

/**
 * A template may leave 草稿 out, a draft may not: where neither its watermark nor {状态} is in the template, the state
 * stands in a line of its own before the text. The watermark of the starting template goes with the draft.
 */
export function markState(
  parts: Parts,
  { draft }: DocumentState,
  text: string,
): Readonly<Record<string, (part: string) => string>> {
  const said = Object.values(parts).some(xml => /\{\s*(状态|state)\s*\}/.test(xml.replace(/<[^<>]*>/g, '')))
  const headers = Object.entries(parts).filter(([, xml]) => isMarked(xml))
  if (!draft) return Object.fromEntries(headers.map(([path]) => [path, unmarked]))
  if (said || text === '') return {}
  const line = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>${escapeXml(text)}</w:t></w:r></w:p>`
  return { 'word/document.xml': part => part.replace(/<w:body>/, `<w:body>${line}`) }
}
