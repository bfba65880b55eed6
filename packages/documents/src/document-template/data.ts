import type { Block, DocumentModel, Table } from '@guatu/domain'
import { breakLine } from '../write/break-line.ts'
import { page, sheetPage, titlePlaces } from '../write/gbt9704.ts'
import { type TableLook, tableXml } from '../write/table.ts'
import { chineseDate, numberLine, stateLine, xmlSafe } from '../write/text.ts'

export type TagValue = string | boolean | readonly Tags[]
export interface Tags extends Readonly<Record<string, TagValue>> {}

/** Names of what a document is made of, Chinese and English; both may be used. */
const TAG_NAMES = {
  mark: '发文机关标志',
  issuer: '发文机关',
  number: '文号',
  title: '标题',
  to: '主送',
  signedBy: '署名',
  date: '日期',
  copyTo: '抄送',
  year: '年份',
  asOf: '截至',
  seq: '台账序号',
  hash: '校验值',
  state: '状态',
  body: '正文',
  annexNote: '附件说明',
  annexes: '附件',
} as const

/** Of one block of the text: which kind it is, and what it says. */
const BLOCK_NAMES = {
  heading1: '一级标题',
  heading2: '二级标题',
  heading3: '三级标题',
  heading4: '四级标题',
  paragraph: '段落',
  isTable: '有表格',
  text: '内容',
  table: '表格',
} as const

const ANNEX_NAMES = { annexNumber: '附件号', annexTitle: '附件标题' } as const

/**
 * All that a template may name: the parts of the document, and each table by its caption and by its number. `idOf`: ids of the template's styles, for the
 * tables that are drawn into it.
 */
export function tagsOf(model: DocumentModel, idOf?: TableLook['idOf']): Tags {
  const { state } = model
  const textWidth = model.layout === 'sheet' ? sheetPage.textWidth : undefined
  const blocks = (list: readonly Block[], ends = false) =>
    list.map((block, i) => blockTags(block, { textWidth, idOf, ends: ends && i === list.length - 1 }))
  const values: Record<keyof typeof TAG_NAMES, TagValue> = {
    mark: model.mark,
    issuer: model.issuer,
    number: numberLine(model),
    title: model.title.flatMap(line => breakLine(line, titlePlaces(page.textWidth))).join('\n'),
    to: model.to.replace(/[:：]$/, ''),
    signedBy: model.signedBy,
    date: chineseDate(model.date),
    copyTo: model.copyTo.replace(/^抄送[:：]/, '').replace(/。$/, ''),
    year: model.numberYear,
    asOf: chineseDate(state.asOf),
    seq: String(state.seq),
    hash: state.hash,
    state: stateText(model),
    body: blocks(model.blocks),
    annexNote: annexNote(model.annexes),
    annexes: model.annexes.map((annex, i) => ({
      ...both(ANNEX_NAMES, { annexNumber: String(i + 1), annexTitle: annex.title }),
      ...both({ body: TAG_NAMES.body }, { body: blocks(annex.blocks, true) }),
    })),
  }
  return { ...tableTags(model), ...both(TAG_NAMES, values) }
}

/** `附件：1. …`, further names below the first (7.3.4); empty where there is none. */
function annexNote(annexes: DocumentModel['annexes']): string {
  if (annexes.length === 0) return ''
  const names = annexes.map(({ title }, i) => (annexes.length > 1 ? `${i + 1}. ${title}` : title))
  return `附件：${names.join('\n　　　　　')}`
}

/** What every page of a draft says; of an issued document only that its figures are made up. */
export const stateText = ({ state }: DocumentModel) =>
  state.draft ? `草稿　${stateLine(state)}` : state.synthetic ? '示例数据' : ''

function both<K extends string>(
  names: Readonly<Record<K, string>>,
  values: Readonly<Record<K, TagValue>>,
): Tags {
  const keys = Object.keys(names) as K[]
  return Object.fromEntries(
    keys.flatMap(key => {
      const value = values[key]
      const safe = typeof value === 'string' ? xmlSafe(value) : value
      return [
        [key, safe],
        [names[key], safe],
      ]
    }),
  )
}

function blockTags(block: Block, look: TableLook): Tags {
  const level = block.kind === 'heading' ? block.level : 0
  return both(BLOCK_NAMES, {
    heading1: level === 1,
    heading2: level === 2,
    heading3: level === 3,
    heading4: level === 4,
    paragraph: block.kind === 'paragraph',
    isTable: block.kind === 'table',
    text: block.kind === 'table' ? '' : block.text,
    // already XML, and escaped as such
    table: block.kind === 'table' ? tableXml(block.table, look) : '',
  })
}

/** `{#各清单进展}{清单}{完成率}{/各清单进展}`, or `{#表2}{列1}{/表2}`. */
function tableTags(model: DocumentModel): Tags {
  const tables = [...model.blocks, ...model.annexes.flatMap(annexTables)].flatMap(block =>
    block.kind === 'table' ? [block.table] : [],
  )
  return Object.fromEntries(
    tables.flatMap((table, i) => {
      const rows = table.rows.map(row => rowTags(table, row))
      return [tableName(table.caption), `表${i + 1}`, `table${i + 1}`].map(name => [name, rows] as const)
    }),
  )
}

function annexTables({ title, blocks }: DocumentModel['annexes'][number]): readonly Block[] {
  return blocks.map(block =>
    block.kind === 'table' && tableName(block.table.caption) === ''
      ? { kind: 'table', table: { ...block.table, caption: title } }
      : block,
  )
}

/** The caption without its number. */
const tableName = (caption: string) => caption.replace(/^表\d+\s*/, '').trim()
/** `年度计划（万元）` → `年度计划`, `完成率%` → `完成率`: braces and signs are hard to type alike twice. */
const columnName = (title: string) => title.replace(/（.*?）|[%％]/g, '').trim()

const rowTags = ({ columns }: Table, row: readonly string[]): Tags =>
  Object.fromEntries(
    columns.flatMap((column, i) => {
      const text = xmlSafe(row[i] ?? '')
      return [
        [columnName(column.title), text],
        [`列${i + 1}`, text],
        [`c${i + 1}`, text],
      ]
    }),
  )
