import { type IParagraphOptions, type IRunOptions, LineRuleType, Paragraph, Tab, TextRun } from 'docx'
import type { StyleId } from './styles.ts'
import { xmlSafe } from './text.ts'

/**
 * Text in the fonts of its style. The hint makes Word set quotation marks, dashes and ①②③, which both scripts have,
 * in the Chinese font.
 */
export const run = (text: string, options: IRunOptions = {}) =>
  new TextRun({
    ...options,
    font: { hint: 'eastAsia' },
    children: xmlSafe(text)
      .split('\t')
      .flatMap((part, i) => (i === 0 ? [part] : [new Tab(), part])),
  })

export const paragraph = (style: StyleId, text: string, options: IParagraphOptions = {}) =>
  new Paragraph({ ...options, style, children: text === '' ? [] : [run(text)] })

/** A point high and empty: what a section or a frame is tied to, where it must take no room. */
export const tie = () => paragraph('IssuerDrop', '', { spacing: { line: 20, lineRule: LineRuleType.EXACT } })

/** An empty line of the body (空一行). */
export const blankLine = (options: IParagraphOptions = {}) => new Paragraph({ ...options, style: 'Flush' })
