import { addMinor, type Minor } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { boardCell, rateWords, totalText } from '../board/index.ts'
import type { Running } from '../evaluate/index.ts'
import type { ProjectFact } from '../facts/index.ts'
import { completion, plansYears } from './cells.ts'
import { type DocumentInput, LARGE_FROM } from './input.ts'
import type { Annex } from './model.ts'
import { projectRows } from './projects.ts'
import { subsetCell } from './subset.ts'

/** A group of projects that a bulletin shows by itself: in the text what they come to, one by one in an annex. */
export interface Shown {
  readonly name: string
  readonly words: string
  readonly annex: Annex
}

/**
 * Groups on the lists for which the plan wants a bulletin (BH-C1: from 10 亿元 on, and four groups), or else the
 * projects of at least `largeFrom` in total.
 */
export function shownGroups(input: DocumentInput): Shown[] {
  const { running, facts } = input
  const overallOf = (id: string) => running.parts.get(id)?.overall ?? []
  const lists = bulletinLists(running.program.scheme)
  if (lists.length > 0)
    return lists.flatMap(list =>
      shown(
        input,
        list.name,
        facts.projects.filter(one => overallOf(one.id).some(light => light.list === list.id)),
        list.id,
      ),
    )
  const from = input.largeFrom ?? LARGE_FROM
  const large = facts.projects.filter(one => (one.totalInvest ?? 0) >= from && overallOf(one.id).length > 0)
  return shown(input, `总投资${wholeText(from, running.program.scheme)}以上项目`, large)
}

const bulletinLists = ({ cadences, lists }: Scheme) => {
  const named = new Set(cadences.filter(one => one.does === 'bulletin').flatMap(one => one.lists))
  return lists.filter(list => named.has(list.id))
}

/** `10亿元`: without decimals that say nothing. */
const wholeText = (amount: Minor, scheme: Scheme) => totalText(amount, scheme, 'zh').replace(/\.0+(?=\D)/, '')

function shown(
  { running, facts }: DocumentInput,
  name: string,
  projects: readonly ProjectFact[],
  list?: string,
): Shown[] {
  if (projects.length === 0) return []
  const table = { caption: '', ...projectRows({ running, facts, projects, list }) }
  return [
    {
      name,
      words: summary(running, name, projects, list),
      annex: { title: `${name}进展情况`, blocks: [{ kind: 'table', table }] },
    },
  ]
}

function summary(of: Running, title: string, ones: readonly ProjectFact[], on?: string): string {
  const { scheme } = of.program
  const ids = ones.map(one => one.id)
  const cell = on === undefined ? subsetCell(of, ids) : boardCell(of, `list:${on}`, on)
  const sum = ones.reduce((all, one) => addMinor(all, one.totalInvest ?? 0), 0)
  const worst = [...scheme.colours].sort((a, b) => b.severity - a.severity)[0]
  const invested = plansYears(scheme)
    ? `，年度计划投资${totalText(cell.annualPlan, scheme, 'zh')}，累计完成${totalText(cell.invested, scheme, 'zh')}，完成率${rateWords(completion(cell))}`
    : ''
  const red = worst ? `，${worst.name}灯${cell.colours[worst.id] ?? 0}个` : ''
  return `${title}${cell.projects}个，总投资${totalText(sum, scheme, 'zh')}，已开复工${cell.started}个${invested}${red}`
}
