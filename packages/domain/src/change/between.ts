import { yearOf } from '@guatu/kernel'
import type { MembershipFact } from '../facts/index.ts'
import type { ProjectLine } from '../library/index.ts'
import { NONE } from '../light/index.ts'
import type { Figure } from '../project/index.ts'
import { type Packed, unpack } from '../standing/figures.ts'
import { listsOf, type Row } from '../standing/row.ts'
import type { Attribute, Change, ProjectChange, Turn } from './change.ts'
import type { Side } from './side.ts'

/** What differs about one project; undefined when nothing does. */
export function changeBetween(
  before: Side,
  now: Side,
  was: Row | undefined,
  is: Row | undefined,
): ProjectChange | undefined {
  const known = is ?? was
  if (!known || was === is) return undefined
  const overall = { from: was ? overallOf(before, was) : null, to: is ? overallOf(now, is) : null }
  const changes = was && is ? differences(before, now, was, is, overall) : [oneSided(is)]
  if (changes.length === 0) return undefined
  return {
    project: known.id,
    name: known.line.name,
    unitName: known.line.leadUnitName || known.line.ownerUnitName,
    overall,
    changes,
  }
}

const oneSided = (is: Row | undefined): Change => ({ kind: is ? 'joined' : 'left' })

const overallOf = ({ basis }: Side, row: Row) => (listsOf(basis, row).length > 0 ? row.line.colour : null)

function differences(
  before: Side,
  now: Side,
  was: Row,
  is: Row,
  overall: ProjectChange['overall'],
): Change[] {
  const changes: Change[] = []
  if (was.line.name !== is.line.name) changes.push({ kind: 'renamed', from: was.line.name, to: is.line.name })
  changes.push(...lights(now, was.line, is.line, overall))
  if (!samePacked(was.latest, is.latest)) changes.push(...figures(before, now, was, is))
  if (was.line.period !== is.line.period)
    changes.push({ kind: 'reported', from: was.line.period, to: is.line.period })
  changes.push(...plans(was.memberships, is.memberships), ...attributes(was, is))
  return changes
}

function lights(
  now: Side,
  was: ProjectLine,
  is: ProjectLine,
  { from, to }: ProjectChange['overall'],
): Change[] {
  const changes: Change[] = []
  const turnOf = (a: string, b: string): Turn => turn(now.basis.severity, a, b)
  if (from !== null && to !== null && from !== to)
    changes.push({ kind: 'light', list: '*', dimension: null, rule: null, from, to, turn: turnOf(from, to) })
  for (const { list, dimension, rule, colour } of is.lights) {
    const old = was.lights.find(one => one.list === list && one.rule === rule)
    if (!old || old.colour === colour) continue
    const both = { from: old.colour, to: colour, turn: turnOf(old.colour, colour) }
    changes.push({ kind: 'light', list, dimension, rule, ...both })
  }
  return changes
}

/** To be judged at last and found behind is worse; to be judged no more is no improvement. */
function turn(severity: ReadonlyMap<string, number>, from: string, to: string): Turn {
  const by = (severity.get(to) ?? 0) - (severity.get(from) ?? 0)
  if (by > 0) return 'worse'
  return by < 0 && to !== NONE ? 'better' : 'other'
}

function figures(before: Side, now: Side, was: Row, is: Row): Change[] {
  const changes: Change[] = []
  const [old, latest] = [unpack(was.latest), unpack(is.latest)]
  const newYear = yearOf(before.basis.program.asOf) !== yearOf(now.basis.program.asOf)
  for (const field of new Set([...old.keys(), ...latest.keys()])) {
    const again = newYear && now.basis.program.shapes.get(field)?.accrues === 'year'
    const one = figure(field, old.get(field), latest.get(field), again)
    if (one) changes.push(one)
  }
  return changes
}

/** `again`: a sum of the year that began anew in between. Until it is reported again there is nothing to tell. */
function figure(
  field: string,
  was: Figure | undefined,
  is: Figure | undefined,
  again: boolean,
): Change | undefined {
  const [from, to] = [was?.value ?? null, is?.value ?? null]
  if (again ? to === null : from === to) return undefined
  const entry = is?.entry ?? null
  if (field === 'stage') return { kind: 'stage', from: textOf(from), to: textOf(to), entry }
  if (field !== 'invest-ytd') return { kind: 'figure', field, from: again ? null : from, to, entry }
  const [a, b] = [amountOf(from), amountOf(to)]
  return { kind: 'investment', from: a, to: b, by: (b ?? 0) - (again ? 0 : (a ?? 0)), newYear: again, entry }
}

const textOf = (value: number | string | null) => (typeof value === 'string' ? value : null)
const amountOf = (value: number | string | null) => (typeof value === 'number' ? value : null)

function plans(was: readonly MembershipFact[], is: readonly MembershipFact[]): Change[] {
  const changes: Change[] = []
  const same = (a: MembershipFact) => (b: MembershipFact) => a.list === b.list && a.year === b.year
  const place = ({ list, year }: MembershipFact) => ({ list, year: year ?? null })
  for (const one of was) {
    if (!is.some(same(one))) changes.push({ kind: 'membership', ...place(one), joined: false })
  }
  for (const one of is) {
    const old = was.find(same(one))
    if (!old) changes.push({ kind: 'membership', ...place(one), joined: true })
    else if (old.annualPlan !== one.annualPlan || !sameMonths(old, one)) {
      const [from, to] = [old.annualPlan ?? null, one.annualPlan ?? null]
      changes.push({ kind: 'plan', ...place(one), from, to })
    }
  }
  return changes
}

const sameMonths = ({ monthPlans: a }: MembershipFact, { monthPlans: b }: MembershipFact) =>
  a === b || (a?.length === b?.length && a?.every((amount, month) => amount === b?.[month]) === true)

const ATTRIBUTES: Readonly<Record<Attribute, (row: Row) => string | number | null | undefined>> = {
  'lead-unit': ({ line }) => line.leadUnitName,
  'owner-unit': ({ line }) => line.ownerUnitName,
  leader: ({ project }) => project.leader,
  'total-invest': ({ project }) => project.totalInvest,
  'planned-completion': ({ project }) => project.plannedCompletion,
}

function attributes(was: Row, is: Row): Change[] {
  return (Object.keys(ATTRIBUTES) as Attribute[]).flatMap((attribute): Change[] => {
    const [from, to] = [ATTRIBUTES[attribute](was) || null, ATTRIBUTES[attribute](is) || null]
    return from === to ? [] : [{ kind: 'attribute', attribute, from, to }]
  })
}

const samePacked = (a: Packed, b: Packed) =>
  a.length === b.length && a.every((member, index) => member === b[index])
