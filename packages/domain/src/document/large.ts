import { addMinor, type Minor } from '@guatu/kernel'
import { readLimit, type Scheme } from '@guatu/scheme'
import { boardCell, rateWords, totalText } from '../board/index.ts'
import type { Running } from '../evaluate/index.ts'
import type { ProjectFact } from '../facts/index.ts'
import type { SettingValues } from '../light/index.ts'
import { completion, plansYears } from './cells.ts'
import type { DocumentInput } from './input.ts'
import type { Annex } from './model.ts'
import { projectRows } from './projects.ts'
import { subsetCell } from './subset.ts'

/** 10 亿元 in 分. */
const LARGE_FROM: Minor = 100_000_000_000

/** A group of projects that a bulletin shows by itself: in the text what they come to, one by one in an annex. */
export interface Shown {
  readonly name: string
  readonly words: string
  readonly annex: Annex
}

/**
 * Groups on the lists for which the plan wants a bulletin (BH-C1: from 10 亿元 on, and four groups), or else the
 * projects of at least `large-from` in total.
 */
export function shownGroups(input: DocumentInput): Shown[] {
  const { running, facts } = input
  const { scheme, settings } = running.program
  const overallOf = (id: string) => running.parts.get(id)?.overall ?? []
  const lists = bulletinLists(scheme)
  if (lists.length > 0)
    return lists.flatMap(list =>
      shown(
        input,
        list.name,
        facts.projects.filter(one => overallOf(one.id).some(light => light.list === list.id)),
        list.id,
      ),
    )
  const from = largeFrom(settings)
  const large = facts.projects.filter(one => (one.totalInvest ?? 0) >= from && overallOf(one.id).length > 0)
  return shown(input, largeName(scheme, settings), large)
}

/** The annexes of them that a bulletin may have. */
export function groupTitles(scheme: Scheme, settings: SettingValues = {}): string[] {
  const lists = bulletinLists(scheme)
  const names = lists.length > 0 ? lists.map(list => list.name) : [largeName(scheme, settings)]
  return names.map(annexTitle)
}

const annexTitle = (name: string) => `${name}进展情况`

/** 总投资 from which a project is shown by itself: the setting `large-from`, or else 10 亿元. */
function largeFrom(settings: SettingValues): Minor {
  const given = readLimit(settings['large-from'] ?? '')
  return given?.type === 'amount' ? given.value.n : LARGE_FROM
}

const largeName = (scheme: Scheme, settings: SettingValues) =>
  `总投资${wholeText(largeFrom(settings), scheme)}以上项目`

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
      annex: { title: annexTitle(name), wide: true, blocks: [{ kind: 'table', table }] },
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
