import { dayZh, groupBy } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { Todo } from '../board/index.ts'
import { lightWords } from '../light/index.ts'
import { assemble, sectionsOf } from './assemble.ts'
import { askingOf } from './bulletin.ts'
import { lightBlocks, listTable, situation } from './bulletin-parts.ts'
import type { DocumentInput } from './input.ts'
import type { Block, DocumentModel } from './model.ts'
import { returnBlocks } from './returns.ts'

/** How many projects a report names one by one: it is read in a minute. */
const NAMED = 10

/** 专报 in the layout of a brief (XX-C3): where things stand, what holds them up, what is asked of whom. */
export function reportModel(input: DocumentInput): DocumentModel {
  const { running, evaluation } = input
  const { scheme, asOf } = running.program
  const asking = askingOf(input)
  return assemble(input, {
    layout: 'brief',
    mark: '项目推进专报',
    title: [`${scheme.jurisdiction.name}项目推进情况专报`],
    to: recipient(scheme),
    blocks: [
      { kind: 'paragraph', text: `截至${dayZh(asOf)}，项目推进情况报告如下。` },
      ...sectionsOf([
        ['总体进展', [...situation(running, evaluation), listTable(running)]],
        ['主要问题', problemBlocks(running.program.scheme, asking)],
        ['报送情况', returnBlocks(input)],
        ['下一步建议', lightBlocks(running, evaluation, '').slice(1)],
      ]),
    ],
  })
}

/** Whom the plan's own item names, or else those above (XX-C3), as they are addressed: 县委、县政府; editable on issue. */
const recipient = ({ documents, jurisdiction }: Scheme) =>
  documents.find(one => one.kind === 'special-report')?.to ?? recipientOf(jurisdiction)

function recipientOf({ name }: Scheme['jurisdiction']): string {
  const [level] = /[省市县区旗州盟镇乡]$/.exec(name) ?? []
  return level ? `${level}委、${level}政府` : `${name}党委、政府`
}

/** The worst projects by unit; the rest is a number. */
function problemBlocks(scheme: Scheme, asking: readonly Todo[]): Block[] {
  const shown = asking.slice(0, NAMED)
  const byUnit = [...groupBy(shown, one => one.unitName || '未定责任单位')]
  const paragraphs = byUnit.flatMap(([unit, ones], index): Block[] => [
    { kind: 'heading', level: 2, text: `（${'一二三四五六七八九十'[index]}）${unit}` },
    ...ones.map((one, at): Block => {
      const colour = scheme.colours.find(({ id }) => id === one.light.colour)?.name ?? ''
      const problem = one.problem ? `存在问题：${one.problem.replace(/[。；]$/, '')}。` : ''
      return {
        kind: 'paragraph',
        text: `${at + 1}. ${one.name}（${colour}灯）。${lightWords(one.light, scheme, 'zh')}。${problem}`,
      }
    }),
  ])
  const rest = asking.length - shown.length
  return rest > 0
    ? [...paragraphs, { kind: 'paragraph', text: `其余亮灯项目${rest}个，详见通报附件。` }]
    : paragraphs
}
