import { type Day, dayZh, monthNumber, yearOf } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { type Todo, todos } from '../board/index.ts'
import { assemble, officeOf, sectionsOf } from './assemble.ts'
import { lightBlocks, lightTable, listTable, situation, targetTable, unitTable } from './bulletin-parts.ts'
import { placeBlocks, sectorBlocks } from './groups.ts'
import type { DocumentInput } from './input.ts'
import { type Shown, shownGroups } from './large.ts'
import type { Annex, Block, DocumentModel } from './model.ts'
import { correctionBlocks, returnBlocks } from './returns.ts'

/**
 * The monthly bulletin (通报). Every figure comes from the evaluation; until its period is frozen it is a draft that
 * says as of which day and which ledger seq it was made.
 */
export function bulletinModel(input: DocumentInput): DocumentModel {
  const { running, evaluation, facts } = input
  const { scheme, asOf } = running.program
  const asking = askingOf(input)
  const lit = litAnnex(input, asking)
  const groups = shownGroups(input)
  const blocks: Block[] = [
    { kind: 'paragraph', text: `现将截至${dayZh(asOf)}的项目推进情况通报如下。` },
    ...sectionsOf([
      ['总体情况', [...situation(running, evaluation), targetTable(running, evaluation)]],
      ['各清单进展', [listTable(running)]],
      ['各责任单位进展', [unitTable(running, facts)]],
      ['各行业进展', sectorBlocks(running, facts)],
      ['各属地进展', placeBlocks(running, facts)],
      ['重点项目进展', groupWords(groups, lit.length)],
      [
        '亮灯及处置',
        lightBlocks(running, evaluation, lit.length === 0 ? '' : groups.length > 0 ? '附件1' : '附件'),
      ],
      ['报送情况', returnBlocks(input)],
      ['更正说明', correctionBlocks(input.corrections ?? [])],
    ]),
    { kind: 'paragraph', text: '特此通报。' },
  ]
  return assemble(input, {
    layout: 'official',
    mark: `${officeOf(scheme)}文件`,
    title: titleOf(scheme, asOf),
    to: scheme.office?.to ?? '各责任单位',
    blocks,
    annexes: [...lit, ...groups.map(group => group.annex)],
  })
}

function litAnnex({ running }: DocumentInput, asking: readonly Todo[]): Annex[] {
  if (asking.length === 0) return []
  const table = { ...lightTable(running, asking), caption: '' }
  return [{ title: '亮灯项目清单', wide: true, blocks: [{ kind: 'table', table }] }]
}

/** One sentence for each group, with the number of its annex. */
const groupWords = (groups: readonly Shown[], before: number): Block[] =>
  groups.map(({ words }, i) => {
    const number = before + groups.length > 1 ? before + i + 1 : ''
    return { kind: 'paragraph', text: `${words}，见附件${number}。` }
  })

/** Projects whose worst light asks for something, worst first. */
export function askingOf({ running, evaluation, facts }: DocumentInput) {
  const severity = new Map(running.program.scheme.colours.map(colour => [colour.id, colour.severity]))
  return todos(evaluation, facts, colour => (severity.get(colour) ?? 0) > 0)
}

/** Who, about what, which kind, in the shape that 7.3.1 asks for: never a word cut in two. */
function titleOf(scheme: Scheme, asOf: Day): string[] {
  const month = monthNumber(asOf)
  const span = month === 1 ? '1月' : `1—${month}月`
  return [officeOf(scheme), `关于${yearOf(asOf)}年${span}项目推进情况的通报`]
}
