import {
  BODY_SIZE,
  CHAR_SPACING,
  FONTS,
  type FontRole,
  IMPRINT_LINE_MM,
  LATIN_FONT,
  LINE_PITCH,
  places,
  RED,
  SIZE,
  twips,
} from './gbt9704.ts'
import { escapeXml } from './text.ts'

interface Style {
  /** Shown in the style list of the office program; `heading n` and `Normal` are its own. */
  readonly name: string
  readonly font?: FontRole
  /** Points. */
  readonly size?: number
  readonly align?: 'both' | 'center' | 'left' | 'right'
  /** Exact line in points; the body pitch unless said. */
  readonly line?: number
  readonly indent?: string
  readonly colour?: string
  readonly outline?: number
  /** Border or shading, which stand side by side in the schema's order. */
  readonly border?: string
  /** Paragraph before a table or a list: stays with what follows. */
  readonly keepNext?: true
}

const twoPlaces = `w:firstLineChars="200" w:firstLine="${places(2)}"`
/** 4 mm (11.3 pt) between number and line, of which the line's own leading gives 4.4 as measured. */
const redLine = `<w:pBdr><w:bottom w:val="single" w:sz="16" w:space="7" w:color="${RED}"/></w:pBdr>`
/**
 * A line of the 版记 is a paragraph of its own, as high as the line is thick and filled: a border would follow the
 * indents of the text, and LibreOffice gives up a frame whose paragraphs differ in their borders.
 */
const bar = (mm: number): Omit<Style, 'name'> => ({
  size: 1,
  line: twips(mm) / 20,
  border: '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>',
})

const STYLES = {
  Body: { name: '公文正文', indent: twoPlaces },
  Heading1: { name: 'heading 1', font: 'level1', indent: twoPlaces, outline: 0, keepNext: true },
  Heading2: { name: 'heading 2', font: 'level2', indent: twoPlaces, outline: 1, keepNext: true },
  Heading3: { name: 'heading 3', indent: twoPlaces, outline: 2, keepNext: true },
  Heading4: { name: 'heading 4', indent: twoPlaces, outline: 3, keepNext: true },
  IssuerDrop: { name: '发文机关标志上空', size: 1 },
  IssuerMark: { name: '发文机关标志', font: 'title', align: 'center', colour: RED },
  Number: { name: '发文字号', align: 'center', border: redLine },
  Title: { name: '公文标题', font: 'title', size: SIZE.二号, align: 'center', line: 32 },
  Issue: { name: '期数', align: 'center' },
  SheetTitle: { name: '表格标题', font: 'title', size: SIZE.小二, align: 'center', line: 36 },
  Flush: { name: '顶格', align: 'left' },
  Closing: { name: '署名日期', align: 'right' },
  AnnexLabel: { name: '附件标注', font: 'level1', align: 'left' },
  Caption: {
    name: '表题',
    font: 'level1',
    size: SIZE.四号,
    align: 'center',
    line: 24,
    keepNext: true,
  },
  Note: { name: '表注', size: SIZE.五号, align: 'right', line: 18, keepNext: true },
  Head: { name: '表头', font: 'level1', size: SIZE.五号, align: 'center', line: 16 },
  Cell: { name: '表格', size: SIZE.五号, align: 'left', line: 16 },
  TableEnd: { name: '表下空', size: 1, line: 10 },
  ImprintOuter: { name: '版记粗线', ...bar(IMPRINT_LINE_MM.outer) },
  ImprintInner: { name: '版记细线', ...bar(IMPRINT_LINE_MM.inner) },
  Imprint: { name: '版记', size: SIZE.四号, align: 'left', line: 24 },
  PageNumber: { name: '页码', font: 'pageNumber', size: SIZE.四号, line: 20 },
  StateLine: {
    name: '数据状态',
    font: 'pageNumber',
    size: SIZE.小五,
    align: 'center',
    line: 14,
    colour: '595959',
  },
} as const satisfies Readonly<Record<string, Style>>
export type StyleId = keyof typeof STYLES

function fonts(role: FontRole): string {
  const { eastAsia } = FONTS[role]
  const latin = role === 'pageNumber' ? eastAsia : LATIN_FONT
  return `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${eastAsia}" w:cs="${latin}"/>`
}

const halfPoints = (points: number) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`

function runProperties({ font = 'body', size = BODY_SIZE, colour }: Style): string {
  const inked = colour ? `<w:color w:val="${colour}"/>` : ''
  const spacing = size === BODY_SIZE ? CHAR_SPACING : 0
  return `<w:rPr>${fonts(font)}<w:snapToGrid w:val="0"/>${inked}<w:spacing w:val="${spacing}"/>${halfPoints(size)}</w:rPr>`
}

/** In the order the schema of CT_PPr demands. */
function paragraphProperties(style: Style): string {
  const line = style.line === undefined ? LINE_PITCH : style.line * 20
  return [
    '<w:pPr>',
    style.keepNext ? '<w:keepNext/>' : '',
    style.border ?? '',
    '<w:snapToGrid w:val="0"/>',
    `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/>`,
    style.indent ? `<w:ind ${style.indent}/>` : '',
    `<w:jc w:val="${style.align ?? 'both'}"/>`,
    style.outline === undefined ? '' : `<w:outlineLvl w:val="${style.outline}"/>`,
    '</w:pPr>',
  ].join('')
}

export const styleName = (id: StyleId): string => STYLES[id].name

/** The definition of a style under an id of its own, for a file that has other styles. */
export const styleXml = (id: StyleId, as: string): string => paragraphStyle(as, STYLES[id])

function paragraphStyle(id: string, style: Style): string {
  const own = /^heading/.test(style.name) ? '' : ' w:customStyle="1"'
  return `<w:style w:type="paragraph"${own} w:styleId="${id}"><w:name w:val="${escapeXml(style.name)}"/><w:basedOn w:val="Normal"/><w:qFormat/>${paragraphProperties(style)}${runProperties(style)}</w:style>`
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/**
 * word/styles.xml. No space is added between Chinese and digits, so that each keeps its place on the grid; no line
 * is moved for a widow, so that a page is 22 lines.
 */
export function stylesXml(): string {
  const normal: Style = { name: 'Normal' }
  const body = paragraphProperties(normal).replace(
    '<w:snapToGrid',
    '<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid',
  )
  return `${PROLOG}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>${fonts('body')}${halfPoints(BODY_SIZE)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>${body}${runProperties(normal)}</w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>${Object.entries(
    STYLES,
  )
    .map(([id, style]) => paragraphStyle(id, style))
    .join('')}</w:styles>`
}

/** word/fontTable.xml: what to take where a font is missing. */
export function fontTableXml(): string {
  const chinese = Object.values(FONTS).map(
    ({ eastAsia, instead }) =>
      `<w:font w:name="${eastAsia}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  return `${PROLOG}<w:fonts ${W}>${chinese.join('')}<w:font w:name="${LATIN_FONT}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`
}
