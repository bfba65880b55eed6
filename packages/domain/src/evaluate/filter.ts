import { compareRates, type Day, parseRate, type Rate, yearOf } from '@guatu/kernel'
import { type Filter, type Limit, type ProjectText, type Range, readLimit } from '@guatu/scheme'
import type { FieldValue, MembershipFact, ProjectFact } from '../facts/index.ts'
import type { AskedState } from '../project/index.ts'

/** Whether a project on a list is among those that an aggregate or a rule looks at. */
export function passes(filter: Filter, state: AskedState, membership: MembershipFact, asOf: Day): boolean {
  if (filter.nature && !(membership.nature && filter.nature.includes(membership.nature))) return false
  if (filter.stage) {
    const stage = state.latest.get('stage')?.value
    if (!filter.stage.some(one => one === stage)) return false
  }
  if (filter.plannedStart) {
    const planned = membership.plannedStart ?? state.project.plannedStart
    if (planned === undefined) return false
    if (filter.plannedStart === 'by-as-of' && planned > asOf) return false
    if (filter.plannedStart === 'in-year' && yearOf(planned) !== (membership.year ?? yearOf(asOf)))
      return false
  }
  if (filter.figures || filter.is || filter.isNot) return figuresPass(filter, state, membership)
  return true
}

/** What a filter asks of figures and texts. */
export function figuresPass(
  { figures, is, isNot }: Filter,
  state: AskedState,
  membership: MembershipFact,
): boolean {
  const inRange = ([name, range]: [string, Range]) => {
    const value = figureNamed(name, state, membership)
    const fraction = typeof value === 'number' ? { n: value, d: 1 } : parseRate(value ?? '')
    return fraction !== undefined && liesIn(fraction, range)
  }
  const among = (name: string, texts: readonly string[]) => {
    const text = textNamed(name, state)
    return text !== undefined && texts.includes(text)
  }
  return (
    Object.entries(figures ?? {}).every(inRange) &&
    Object.entries(is ?? {}).every(([name, texts]) => among(name, texts)) &&
    !Object.entries(isNot ?? {}).some(([name, texts]) => among(name, texts))
  )
}

function figureNamed(name: string, state: AskedState, membership: MembershipFact): FieldValue | undefined {
  if (name === 'annual-plan') return membership.annualPlan
  if (name === 'total-invest') return state.project.totalInvest
  return state.project.attributes?.[name] ?? state.latest.get(name)?.value
}

function textNamed(name: string, { project, latest }: AskedState): string | undefined {
  const own = Object.hasOwn(TEXTS, name) ? TEXTS[name as ProjectText] : undefined
  const value = own?.(project) ?? project.attributes?.[name] ?? latest.get(name)?.value
  return value === undefined ? undefined : String(value)
}

/** Texts that projects have by themselves. */
const TEXTS: Readonly<Record<ProjectText, (project: ProjectFact) => string | undefined>> = {
  sector: project => project.sector,
  'fund-source': project => project.fundSource,
  place: project => project.place,
  leader: project => project.leader,
  'lead-unit': project => project.leadUnit,
  'owner-unit': project => project.ownerUnit,
  'town-unit': project => project.townUnit,
}

function liesIn(value: Rate, { atLeast, above, upTo, below }: Range): boolean {
  const order = (end: Limit) => {
    const cut = typeof end === 'string' ? readLimit(end)?.value : undefined
    return cut ? compareRates(value, cut) : Number.NaN
  }
  return (
    (atLeast === undefined || order(atLeast) >= 0) &&
    (above === undefined || order(above) > 0) &&
    (upTo === undefined || order(upTo) <= 0) &&
    (below === undefined || order(below) < 0)
  )
}
