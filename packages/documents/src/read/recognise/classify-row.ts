import { compact, TOTAL_ALL, TOTAL_GROUP } from '@guatu/kernel'
import { isExample } from '../../template/example.ts'
import { isFigure } from './header-block.ts'
import type { RowKind } from './model.ts'
import type { SheetView } from './sheet-view.ts'

export interface RowSense {
  readonly kind: RowKind
  readonly text?: string
  /** Sections: 1 for 一、, 2 for (一), 3 for a plain heading. */
  readonly level?: number
  /** Sections: the heading without numbering and count. */
  readonly title?: string
  /** Sections and subtotals: the count that the text claims, 17个. */
  readonly count?: number
  /** Subtotals: over all rows, over a group, or over some rows nobody can tell (其中). */
  readonly reach?: 'all' | 'group' | 'unknown'
}

/** What is needed to tell the rows below the header apart. */
export interface TableShape {
  readonly view: SheetView
  /** Lowest text of each column's header, compacted. */
  readonly leaves: ReadonlyMap<number, string>
  readonly nameColumn?: number
  readonly serialColumn?: number
}

const NOTE =
  /^(?:注\d?|备注|说明|填表说明|填表人|填报人|制表|制表人|审核|审核人|单位负责人|负责人|填报单位|填报|联系人|联系电话|附注|数据来源|资料来源|source|notes?)[::]|盖章|签字|签章/
const AMONG = /^其中(?:[::]|$|.{1,12}$)/
const CHAPTER = /^([一二三四五六七八九十]{1,3})[、.](?=\S)/
const PARAGRAPH = /^\(([一二三四五六七八九十]{1,3})\)/
const CLAIMED_COUNT = /(\d+)(?:个|项|宗|件)/
/** 续建项目 alone in its row is a heading even where the table numbers nothing. */
const KIND_HEADING = /^(?:计划|拟)?(?:续建|新建|新开工|预备|前期|储备|竣工|投产)类?项目(?:\(.*\))?[::]?$/
const GROUP_NAME = /(?:项目|类|批次?|领域|行业|产业|板块|[县区镇乡]|街道|办)$|续建|新建|新开工|预备/

export function classifyRow(row: number, shape: TableShape): RowSense {
  const { view } = shape
  const filled = view.filled(row)
  if (filled.every(column => isPrepared(row, column, shape))) return { kind: 'blank' }
  if (repeatsHeader(row, filled, shape) || isNumbering(row, filled, shape))
    return { kind: 'header', text: rowText(row, view) }
  if (isExample(view.own(row, shape.nameColumn ?? 1)?.text ?? ''))
    return { kind: 'note', text: rowText(row, view) }
  const label = labelOf(row, filled, shape)
  if (!label) return { kind: 'data' }
  const sense = senseOfLabel(row, filled, label, shape)
  return sense.kind === 'data' ? sense : { ...sense, text: rowText(row, view) }
}

const rowText = (row: number, view: SheetView) => view.texts(row).join(' ').slice(0, 300)

function senseOfLabel(row: number, filled: readonly number[], label: Label, shape: TableShape): RowSense {
  if (NOTE.test(label.text)) return { kind: 'note' }
  const count = Number(CLAIMED_COUNT.exec(label.text)?.[1]) || undefined
  const counted = count === undefined ? {} : { count }
  const reach = totalReach(label.text)
  if (reach) return { kind: 'subtotal', reach, ...counted }
  const level = sectionLevel(row, filled, label, shape)
  if (level) return { kind: 'section', level, title: sectionTitle(label), ...counted }
  if (isLooseNote(row, filled, label, shape)) return { kind: 'note' }
  return { kind: 'data' }
}

/** What a form holds ready for rows nobody filled in: serial numbers, formulas that give 0 or an error. */
function isPrepared(row: number, column: number, { view, serialColumn }: TableShape): boolean {
  const cell = view.own(row, column)
  if (column === serialColumn) return cell !== undefined && isFigure(cell)
  return cell?.computed === true && (cell.kind === 'error' || Number(cell.text) === 0)
}

function repeatsHeader(row: number, filled: readonly number[], { view, leaves }: TableShape): boolean {
  const isSame = (column: number) => leaves.get(column) === compact(view.own(row, column)?.text ?? '')
  if (!filled.slice(0, 2).some(isSame)) return false
  const same = filled.filter(isSame).length
  return same >= 2 && same * 2 > filled.length
}

/** 甲 乙 1 2 3, the line that numbers the columns. */
function isNumbering(row: number, filled: readonly number[], { view }: TableShape): boolean {
  if (filled.length < 4) return false
  const numbers: number[] = []
  let stems = 0
  for (const column of filled) {
    const text = view.own(row, column)?.text ?? ''
    const [, stem, number] =
      /^(?:([甲乙丙丁])|\(?(\d{1,2})\)?(?:=.{0,12})?)$/.exec(compact(text.slice(0, 20))) ?? []
    if (stem) stems += 1
    else if (number) numbers.push(Number(number))
    else return false
  }
  return stems + numbers.length >= 4 && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1)
}

/** Labels are short; what follows cannot make one of a long text. */
const LONGEST_LABEL = 80

interface Label {
  readonly column: number
  readonly text: string
  /** 一 or (一) standing in the serial column of its own. */
  readonly ordinal?: string
}

/** The first words of the row, up to the column of names. */
function labelOf(
  row: number,
  filled: readonly number[],
  { view, nameColumn }: TableShape,
): Label | undefined {
  const last = nameColumn ?? 3
  const words = filled.flatMap(column => {
    const cell = view.own(row, column)
    return column <= last && cell && !isFigure(cell)
      ? [{ column, text: compact(cell.text.slice(0, LONGEST_LABEL)) }]
      : []
  })
  const [first, second] = words
  if (first && second && /^\(?[一二三四五六七八九十]{1,3}\)?、?$/.test(first.text))
    return { ...second, ordinal: first.text }
  const total = words.find(word => totalReach(word.text))
  return total ?? first
}

function totalReach(text: string): RowSense['reach'] {
  if (text.length > 24) return undefined
  if (TOTAL_ALL.test(text)) return 'all'
  if (AMONG.test(text)) return 'unknown'
  return TOTAL_GROUP.test(text) ? 'group' : undefined
}

function sectionLevel(
  row: number,
  filled: readonly number[],
  label: Label,
  { view, nameColumn, serialColumn }: TableShape,
): number | undefined {
  const words = filled.filter(column => column > label.column && !isFigure(view.own(row, column))).length
  if (words > 1) return undefined
  const numbered = label.ordinal ?? label.text
  if (CHAPTER.test(numbered) || /^[一二三四五六七八九十]{1,3}、?$/.test(label.ordinal ?? '')) return 1
  if (PARAGRAPH.test(numbered)) return 2
  const alone = filled.length === 1
  const merge = view.mergeAt(row, label.column)
  if (alone && merge && merge.right - merge.left >= 2 && label.text.length <= 40) return 3
  if (alone && nameColumn && label.column < nameColumn && label.text.length <= 40) return 3
  if (alone && (KIND_HEADING.test(label.text) || CLAIMED_COUNT.test(label.text)) && label.text.length <= 40)
    return 3
  const unnumbered = serialColumn !== undefined && !view.covering(row, serialColumn)
  const groupName = GROUP_NAME.test(label.text.replace(/\(.*\)$/, ''))
  if (unnumbered && alone && groupName) return 3
  return unnumbered && words === 0 && groupName && CLAIMED_COUNT.test(label.text) ? 3 : undefined
}

const sectionTitle = (label: Label): string =>
  label.text
    .replace(CHAPTER, '')
    .replace(PARAGRAPH, '')
    .replace(/[((]?(?:共|计|共计)?\d+(?:个|项|宗|件)(?:项目)?.*$/, '')
    .replace(/[::]$/, '')

/** One long text across the table, such as a remark below it. */
const isLooseNote = (
  row: number,
  filled: readonly number[],
  label: Label,
  { view, nameColumn }: TableShape,
) => {
  const merge = view.mergeAt(row, label.column)
  const across = merge !== undefined && merge.right - merge.left >= 2
  return filled.length === 1 && (across || label.column !== nameColumn) && label.text.length > 40
}
