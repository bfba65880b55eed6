import type { DocumentModel } from '@guatu/domain'
import { signatureOf } from '../write/closing.ts'
import { places } from '../write/gbt9704.ts'
import { fitIssuerMark } from '../write/head.ts'
import type { TemplateStyles } from './template-styles.ts'

/** Paragraphs in one of the styles of the starting template, with their text. */
function inStyle(
  xml: string,
  style: string | undefined,
  change: (paragraph: string, text: string) => string,
): string {
  if (style === undefined) return xml
  const paragraphs = /<w:p(?: [^>]*)?>(?:(?!<\/w:p>).)*<\/w:p>/gs
  return xml.replace(paragraphs, paragraph => {
    if (!paragraph.includes(`<w:pStyle w:val="${style}"/>`)) return paragraph
    const text = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, part]) => part).join('')
    return change(paragraph, text)
  })
}

/**
 * What the built-in layout works out from the words, for a template that kept its styles: the mark is narrowed to stay
 * in one line (7.2.4), the date stands two places right of where the signature begins (7.3.5.2).
 */
export function fitWords(xml: string, model: DocumentModel, styles: TemplateStyles): string {
  const { size, scale } = fitIssuerMark(model.mark === '' ? ' ' : model.mark)
  const marked = inStyle(xml, styles.known('IssuerMark'), paragraph =>
    paragraph
      .replace(/<w:w w:val="\d+"\/>/g, '')
      .replace(/<w:sz w:val="\d+"\/>/g, `<w:w w:val="${scale}"/><w:sz w:val="${size * 2}"/>`)
      .replace(/<w:szCs w:val="\d+"\/>/g, `<w:szCs w:val="${size * 2}"/>`),
  )
  const { lines, day, right } = signatureOf(model)
  const [line, ...more] = lines
  if (more.length > 0) return marked
  return inStyle(marked, styles.known('Closing'), (paragraph, text) => {
    const indent = text === line ? right.signature : text === day ? right.date : undefined
    if (indent === undefined) return paragraph
    return paragraph.replace(/(<w:ind [^>]*?w:right=")-?\d+/, (_, before) => before + places(indent))
  })
}
