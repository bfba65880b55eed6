import type { DocumentModel } from '@guatu/domain'
import { AlignmentType, Document, DocumentGridType, Header, Packer, Paragraph } from 'docx'
import { drawSignature } from '../write/closing.ts'
import { watermarkIds } from '../write/docx.ts'
import { footerDistance, footers, watermark } from '../write/edges.ts'
import { CHAR_SPACE, LINE_PITCH, page, twips } from '../write/gbt9704.ts'
import { drawHead } from '../write/head.ts'
import { drawImprint } from '../write/imprint.ts'
import { blankLine, paragraph, run } from '../write/paragraph.ts'
import { fontTableXml, stylesXml } from '../write/styles.ts'
import { repack } from '../write/zip.ts'

const DATE = '2020-01-01'
const DATE_TEXT = /2020年1月1日/g

/** The built-in layout with tags in place of its words. */
const MODEL: DocumentModel = {
  layout: 'official',
  mark: '{发文机关标志}',
  issuer: '{发文机关}',
  numberYear: '2020',
  number: '{文号}',
  title: ['{标题}'],
  to: '{主送}：',
  blocks: [],
  signedBy: '{署名}',
  date: DATE,
  annexes: [],
  copyTo: '{抄送}',
  state: { draft: true, asOf: DATE, seq: 0, hash: '' },
}

/** The text block by block, each kind in the style of the built-in layout; the tables as they are drawn there. */
const body = (): Paragraph[] => [
  paragraph('Body', '{#正文}'),
  ...([1, 2, 3, 4] as const).flatMap(level => {
    const name = `${'一二三四'[level - 1]}级标题`
    return paragraph(`Heading${level}`, `{#${name}}{内容}{/${name}}`)
  }),
  paragraph('Body', '{#段落}{内容}{/段落}'),
  paragraph('Body', '{#有表格}'),
  paragraph('Body', '{@表格}'),
  paragraph('Body', '{/有表格}'),
  paragraph('Body', '{/正文}'),
]

const annexes = (): Paragraph[] => [
  paragraph('Flush', '{#附件}'),
  paragraph('AnnexLabel', '附件{附件号}', { pageBreakBefore: true }),
  blankLine(),
  paragraph('Title', '{附件标题}'),
  blankLine(),
  ...body(),
  paragraph('Flush', '{/附件}'),
]

const header = () =>
  new Header({ children: [new Paragraph({ style: 'StateLine', children: [watermark(), run('{状态}')] })] })

/** The built-in layout as a template: what a bureau starts from when it edits its own. The same bytes each time. */
export async function writeStarter(): Promise<Uint8Array> {
  const { top, right, bottom, left, width, height } = page
  const document = new Document({
    title: '公文模板',
    creator: '挂图 Guatu',
    lastModifiedBy: '挂图 Guatu',
    compatibility: { version: 15 },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width, height },
            margin: { top, right, bottom, left, header: twips(20), footer: footerDistance, gutter: 0 },
          },
          grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE_PITCH, charSpace: CHAR_SPACE },
        },
        headers: { default: header(), even: header() },
        footers: footers(),
        children: [
          ...drawHead(MODEL),
          ...body(),
          blankLine(),
          // its lines end by breaks, which would stretch full ones
          paragraph('Body', '{附件说明}', { alignment: AlignmentType.LEFT }),
          ...drawSignature(MODEL),
          ...annexes(),
          ...drawImprint(MODEL),
        ],
      },
    ],
  })
  return repack(await Packer.toBuffer(document), {
    'word/document.xml': part =>
      part.replace(DATE_TEXT, '{日期}').replace('抄送：{抄送}。', '{#抄送}抄送：{抄送}。{/抄送}'),
    'word/styles.xml': stylesXml,
    'word/fontTable.xml': fontTableXml,
    ...watermarkIds,
    'docProps/core.xml': part => part.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${DATE}T00:00:00Z`),
  })
}
