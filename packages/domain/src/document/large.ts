import { addMinor, type Minor } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { totalText } from '../board/index.ts'
import type { ProjectFact } from '../facts/index.ts'
import { type DocumentInput, LARGE_FROM } from './input.ts'
import type { Block } from './model.ts'
import { projectRows } from './projects.ts'

/**
 * Projects that a bulletin shows one by one: on the lists for which the plan wants a bulletin (BH-C1: from 10 亿元 on,
 * and four groups), or else those of at least `largeFrom` in total.
 */
export function largeBlocks(input: DocumentInput): Block[] {
  const { running } = input
  const lists = bulletinLists(running.program.scheme)
  if (lists.length === 0) return ofAmount(input, input.largeFrom ?? LARGE_FROM)
  return lists.flatMap(list => {
    const onList = (id: string) => running.parts.get(id)?.overall.some(one => one.list === list.id) ?? false
    return shown(
      input,
      list.name,
      input.facts.projects.filter(one => onList(one.id)),
      list.id,
    )
  })
}

const bulletinLists = ({ cadences, lists }: Scheme) => {
  const named = new Set(cadences.filter(one => one.does === 'bulletin').flatMap(one => one.lists))
  return lists.filter(list => named.has(list.id))
}

function ofAmount(input: DocumentInput, from: Minor): Block[] {
  const { running, facts } = input
  const counted = (id: string) => (running.parts.get(id)?.overall.length ?? 0) > 0
  const large = facts.projects.filter(one => (one.totalInvest ?? 0) >= from && counted(one.id))
  return shown(input, `总投资${wholeText(from, running.program.scheme)}以上项目`, large)
}

/** `10亿元`: without decimals that say nothing. */
const wholeText = (amount: Minor, scheme: Scheme) => totalText(amount, scheme, 'zh').replace(/\.0+(?=\D)/, '')

function shown(
  { running, facts }: DocumentInput,
  name: string,
  projects: readonly ProjectFact[],
  list?: string,
): Block[] {
  if (projects.length === 0) return []
  const { scheme } = running.program
  const sum = projects.reduce((all, one) => addMinor(all, one.totalInvest ?? 0), 0)
  return [
    {
      kind: 'paragraph',
      text: `${name}共${projects.length}个，总投资${totalText(sum, scheme, 'zh')}。`,
    },
    { kind: 'table', table: { caption: `${name}进展`, ...projectRows({ running, facts, projects, list }) } },
  ]
}
