import { Footer, Header, PageNumber, Paragraph, TextRun } from 'docx'
import { TextWatermark } from 'docx/watermarks'
import { FONTS, PAGE_NUMBER_DROP_MM, page, SIZE, twips } from './gbt9704.ts'
import type { DocumentState } from './model.ts'
import { run } from './paragraph.ts'
import { stateLine } from './text.ts'

/** The line that holds the page number, in twips, and how far below its upper edge the dashes are drawn. */
export const NUMBER_LINE = 400
const DASH_IN_LINE = 200

/** Distance of the footer's lower edge from the page's: the dashes lie 7 mm below the 版心 (clause 7.5). */
export const footerDistance = page.bottom - twips(PAGE_NUMBER_DROP_MM) + DASH_IN_LINE - NUMBER_LINE

/** Clause 7.5: — 1 —, odd pages at the right, even at the left, one place in. */
function pageNumber(side: 'left' | 'right' | 'center'): Footer {
  const hint = { font: { hint: 'eastAsia' } }
  return new Footer({
    children: [
      new Paragraph({
        style: 'PageNumber',
        alignment: side,
        ...(side !== 'center' && { indent: { [side]: SIZE.四号 * 20 } }),
        children: [
          new TextRun({ ...hint, text: '— ' }),
          new TextRun({ children: [PageNumber.CURRENT] }),
          new TextRun({ ...hint, text: ' —' }),
        ],
      }),
    ],
  })
}

export const footers = () => ({ default: pageNumber('right'), even: pageNumber('left') })

/** A sheet is no 公文 and is not bound: its number stands in the middle (ours). */
export const sheetFooters = () => ({ default: pageNumber('center'), even: pageNumber('center') })

export const watermark = () =>
  new TextWatermark({ text: '草稿', font: FONTS.level1.eastAsia, color: 'D9D9D9', width: 300, height: 150 })

/**
 * A draft says on every page what it is: 草稿 behind the text, and above it where its figures stand. Made-up figures
 * are named as such on an issued document too.
 */
function header(state: DocumentState): Header {
  const children = state.draft ? [watermark(), run(`草稿　${stateLine(state)}`)] : [run('示例数据')]
  return new Header({ children: [new Paragraph({ style: 'StateLine', children })] })
}

export const headers = (state: DocumentState) =>
  state.draft || state.synthetic ? { default: header(state), even: header(state) } : {}
