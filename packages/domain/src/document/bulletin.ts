import { type Day, monthNumber, type WorkingCalendar, yearOf } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { dayZh, matrix, todos } from '../board/index.ts'
import { lateUnits } from '../cadence/index.ts'
import type { Evaluation, Running } from '../evaluate/index.ts'
import type { Facts } from '../facts/index.ts'
import {
  lateBlocks,
  lightBlocks,
  lightTable,
  listTable,
  situation,
  targetTable,
  unitTable,
} from './bulletin-parts.ts'
import type { Block, DocumentModel } from './model.ts'

export interface BulletinInput {
  readonly running: Running
  readonly evaluation: Evaluation
  readonly facts: Facts
  readonly calendar: WorkingCalendar
  readonly seq: number
  readonly hash: string
}

/**
 * The monthly bulletin (通报). Every figure comes from the evaluation; until its period is frozen it is a draft that
 * says as of which day and which ledger seq it was made.
 */
export function bulletinModel({
  running,
  evaluation,
  facts,
  calendar,
  seq,
  hash,
}: BulletinInput): DocumentModel {
  const { scheme, asOf } = running.program
  const severity = new Map(scheme.colours.map(colour => [colour.id, colour.severity]))
  const asking = todos(evaluation, facts, colour => (severity.get(colour) ?? 0) > 0)
  const late = lateUnits(scheme, facts, asOf, calendar)
  const office = scheme.office?.name ?? scheme.source.issuer
  const sections: [string, Block[]][] = [
    ['总体情况', [...situation(running, evaluation), targetTable(running, evaluation)]],
    ['各清单进展', [listTable(running)]],
    ['各责任单位进展', [unitTable(running, matrix(running, facts.units))]],
    ['亮灯及处置', lightBlocks(running, evaluation, asking)],
    ['报送情况', lateBlocks(late, facts)],
  ]
  const blocks: Block[] = [
    { kind: 'paragraph', text: `现将截至${dayZh(asOf)}的项目推进情况通报如下。` },
    ...sections
      .filter(([, body]) => body.length > 0)
      .flatMap(([title, body], index): Block[] => [
        { kind: 'heading', level: 1, text: `${NUMERALS[index] ?? ''}、${title}` },
        ...body,
      ]),
  ]
  return {
    issuer: office,
    numberYear: String(yearOf(asOf)),
    title: titleOf(scheme, asOf),
    to: `${scheme.office?.to ?? '各责任单位'}：`,
    blocks,
    signedBy: office,
    date: asOf,
    annexes: annexes(running, asking),
    copyTo: scheme.office?.copyTo ?? '',
    state: { draft: true, asOf, seq, hash, synthetic: facts.projects.some(project => project.synthetic) },
  }
}

const NUMERALS = ['一', '二', '三', '四', '五', '六']

/** Two lines in the shape that 7.3.1 asks for: never a word cut in two. */
function titleOf(scheme: Scheme, asOf: Day): string[] {
  const month = monthNumber(asOf)
  const span = month === 1 ? '1月' : `1—${month}月`
  return [`关于${scheme.jurisdiction.name}${yearOf(asOf)}年${span}`, '项目推进情况的通报']
}

function annexes(running: Running, asking: ReturnType<typeof todos>): DocumentModel['annexes'] {
  if (asking.length === 0) return []
  return [{ title: '亮灯项目清单', blocks: [{ kind: 'table', table: lightTable(running, asking) }] }]
}
