import { compareText, type Day, groupBy, type Period, periodSpan, yearOf } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { CheckContext } from '../check/index.ts'
import type { Facts, MembershipFact, ProjectFact, ReturnFact, UnitFact } from '../facts/index.ts'
import { type FieldShapes, fieldShapes } from '../project/index.ts'
import { equal, factChanges, returnChanges } from './changes.ts'
import { checkReturn, onlyMembership } from './checks.ts'
import { type RowReturn, rowReturns } from './figures.ts'
import { type Match, type Matcher, matcher, type Similar, textOf } from './match.ts'
import { effectiveDay, membershipOfRow, projectOfRow, unitNames } from './project-of-row.ts'
import type {
  Candidate,
  Change,
  ImportChoices,
  ImportFinding,
  ImportRow,
  Refuses,
  RowReported,
} from './row.ts'

export interface ImportPlan {
  readonly rows: readonly PlannedRow[]
  /** Units that rows name and nobody knew. */
  readonly newUnits: readonly UnitFact[]
}

/** What will happen to one row. */
export interface PlannedRow {
  readonly row: number
  readonly kind: 'new' | 'update' | 'unchanged' | 'duplicate' | 'bad'
  readonly name: string
  readonly project: string | null
  readonly candidates: readonly Candidate[]
  readonly decision: string | null
  readonly changes: readonly Change[]
  readonly findings: readonly ImportFinding[]
  readonly writes: RowWrites | null
}

export interface RowWrites {
  /** Absent where the row changes nothing of it. */
  readonly project?: ProjectFact
  readonly membership?: MembershipFact
  readonly effectiveFrom: Day
  readonly returns: readonly RowReturn[]
  /** Of a file of reported figures; such a row holds nothing else. */
  readonly reported?: readonly RowReported[]
}

export interface ImportInput {
  readonly facts: Facts
  readonly scheme: Scheme
  /** Today of the jurisdiction: figures of a period that has not ended are refused. */
  readonly today: Day
  readonly rows: readonly ImportRow[]
  readonly choices: ImportChoices
  readonly similar: Similar
  /** Whether this post may begin projects; a reporter may not, since what it cannot see may exist already. */
  readonly mayBegin: boolean
  /** Settings of the checks; what the bureau did not set has its default. */
  readonly thresholds?: CheckContext['thresholds']
  /** Absent: whoever writes them asks later. */
  readonly refuses?: Refuses
  /** Id of a project that the row begins. */
  readonly newId: (row: ImportRow) => string
}

interface Context extends ImportInput {
  readonly match: Matcher
  readonly shapes: FieldShapes
  readonly units: Map<string, string>
  readonly newUnits: UnitFact[]
  /** Names of units by id; those that rows begin are added row by row. */
  readonly unitNames: Map<string, string>
  readonly projects: Map<string, ProjectFact>
  readonly memberships: Map<string, MembershipFact>
  /** As known before the file. */
  readonly listed: ReadonlyMap<string, readonly MembershipFact[]>
  readonly returns: Map<string, ReturnFact[]>
  readonly taken: Map<string, number>
}

/**
 * Says row by row what an import will do. Rows are taken in the order of their periods, whatever their order in the
 * file: a project holds from the first period that reports it, and an earlier row is known to a later one.
 */
export function planImport(input: ImportInput): ImportPlan {
  const steps = planInSteps(input)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Rows between two steps: some milliseconds of work. */
const STEP = 500

/** As `planImport`, stopping now and then so that others have their turn. */
export function* planInSteps(input: ImportInput): Generator<void, ImportPlan> {
  const context: Context = {
    ...input,
    match: matcher(input.facts.projects, input.similar),
    shapes: fieldShapes(input.scheme.fields),
    units: unitNames(input.facts.units),
    newUnits: [],
    unitNames: new Map(input.facts.units.map(unit => [unit.id, unit.name])),
    projects: new Map(input.facts.projects.map(project => [project.id, project])),
    memberships: new Map(
      input.facts.memberships.map(one => [membershipKey(one.project, one.list, one.year), one]),
    ),
    listed: groupBy(input.facts.memberships, one => one.project),
    returns: groupBy(input.facts.returns, one => one.project),
    taken: new Map(),
  }
  yield
  const rows: PlannedRow[] = []
  for (const row of inTime(input.rows)) {
    if (rows.length % STEP === STEP - 1) yield
    rows.push(planRow(row, context))
  }
  return { rows: rows.sort((a, b) => a.row - b.row), newUnits: context.newUnits }
}

function inTime(rows: readonly ImportRow[]): ImportRow[] {
  const ends = rows.map(row => {
    const period = textOf(row, 'period')
    return { row, end: period === undefined ? '' : periodSpan(period).end }
  })
  return ends.sort((a, b) => compareText(a.end, b.end) || a.row.row - b.row.row).map(({ row }) => row)
}

export const membershipKey = (project: string, list: string, year: number | undefined) =>
  `${project}/${list}/${year ?? ''}`

function planRow(row: ImportRow, context: Context): PlannedRow {
  const name = textOf(row, 'project-name') ?? textOf(row, 'project-code') ?? ''
  const decision = context.choices.decisions[String(row.row)] ?? null
  const base = { row: row.row, name, project: null, candidates: [], decision, changes: [], writes: null }
  if (row.faults.length > 0) return { ...base, kind: 'bad', findings: row.faults }
  if (name === '') return { ...base, kind: 'bad', findings: [error('row.no-name', row)] }
  const match = context.match.match(row)
  const candidates = match.kind === 'ask' ? match.candidates : []
  if (decision === 'skip') return { ...base, kind: 'unchanged', candidates, findings: [] }
  const id = projectId(row, match, decision, context)
  if (id === undefined) {
    const findings = match.kind === 'ask' && match.differ ? [warning('row.code-and-name-differ', row)] : []
    return { ...base, kind: 'duplicate', candidates, findings }
  }
  return { ...planFor(row, id, context), decision, candidates }
}

/** Known by code or name, or as decided; undefined while a decision is wanting. */
function projectId(
  row: ImportRow,
  match: Match,
  decision: string | null,
  context: Context,
): string | undefined {
  if (decision !== null && decision !== 'new' && context.projects.has(decision)) return decision
  if (match.kind === 'known' && !(decision === 'new' && match.by === 'name')) return match.project.id
  if (match.kind === 'new' || decision === 'new') return context.newId(row)
  return undefined
}

function planFor(row: ImportRow, id: string, context: Context): PlannedRow {
  const findings: ImportFinding[] = []
  const known = context.projects.get(id)
  const period = textOf(row, 'period') ?? context.choices.period
  const returns = rowReturns(
    row,
    {
      period,
      returns: context.returns.get(id) ?? [],
      shapes: context.shapes,
      monthly: context.choices.figuresAre === 'monthly',
    },
    findings,
  )
  const list = listOf(row, context, findings)
  const begun = context.newUnits.length
  const project = projectOfRow(row, known, id, context.units, context.newUnits, findings)
  for (const unit of context.newUnits.slice(begun)) context.unitNames.set(unit.id, unit.name)
  const year = list?.year ?? (list && period ? undefined : period ? yearOf(period) : undefined)
  const key = list && membershipKey(id, list.id, list.year)
  const membership =
    list && membershipOfRow(row, id, list.id, list.year, key ? context.memberships.get(key) : undefined)
  for (const one of returns) {
    findings.push(
      ...checkReturn(row.row, one, {
        asOf: context.today,
        project,
        membership: membership ?? onlyMembership(context.listed.get(id) ?? [], one.period),
        returns: context.returns.get(id) ?? [],
        thresholds: context.thresholds,
      }),
    )
    if (periodSpan(one.period).end > context.today)
      findings.push(error('row.period-not-ended', row, one.period))
  }
  const held = context.returns.get(id) ?? []
  const returned = returns.map(one => ({ one, changes: returnChanges(one, held) }))
  for (const { one, changes } of returned) {
    const refused = changes.length > 0 ? context.refuses?.(one.period, id) : undefined
    if (refused) findings.push({ ...refused, level: 'error', row: row.row })
  }
  if (!known && !context.mayBegin) findings.push(error('row.not-yours', row))
  const reports = returns.length > 0 ? returns.map(one => one.period) : period === undefined ? [] : [period]
  const clash = takenBefore(row, id, reports, context)
  if (clash !== undefined) findings.push({ ...error('row.twice', row), params: { first: clash } })
  const name = textOf(row, 'project-name') ?? project.name
  const base = { row: row.row, name, project: id, candidates: [], decision: null, findings }
  if (findings.some(one => one.level === 'error')) return { ...base, kind: 'bad', changes: [], writes: null }
  const before = key ? context.memberships.get(key) : undefined
  const changes = [
    ...factChanges({ project: known, membership: before }, { project, membership }, unitNamer(context)),
    ...returned.flatMap(one => one.changes),
  ]
  const writes: RowWrites = {
    project: equal(known, project) ? undefined : project,
    membership: !membership || equal(before, membership) ? undefined : membership,
    effectiveFrom: effectiveDay(year, reports, context.today),
    returns: returned.filter(one => one.changes.length > 0).map(({ one }) => one),
  }
  remember(project, membership, writes.returns, context)
  if (!known) return { ...base, kind: 'new', changes, writes }
  const nothing = !writes.project && !writes.membership && writes.returns.length === 0
  return { ...base, kind: nothing ? 'unchanged' : 'update', changes, writes: nothing ? null : writes }
}

const unitNamer =
  ({ unitNames }: Context) =>
  (id: string) =>
    unitNames.get(id) ?? id

function listOf(row: ImportRow, context: Context, findings: ImportFinding[]) {
  const word = textOf(row, 'list')
  const { lists } = context.scheme
  const list = lists.find(one => one.id === word || one.name === word) ?? undefined
  if (word !== undefined && !list && !context.choices.list)
    findings.push({ code: 'list.unknown', level: 'warning', row: row.row, params: { name: word } })
  return list ?? lists.find(one => one.id === context.choices.list)
}

/** The row that already spoke of this project and period in this file. */
function takenBefore(row: ImportRow, id: string, periods: readonly Period[], context: Context) {
  const keys = periods.length > 0 ? periods.map(period => `${id} ${period}`) : [`${id} -`]
  const first = keys.map(key => context.taken.get(key)).find(one => one !== undefined)
  for (const key of keys) if (!context.taken.has(key)) context.taken.set(key, row.row)
  return first
}

function remember(
  project: ProjectFact,
  membership: MembershipFact | undefined,
  returns: readonly RowReturn[],
  context: Context,
) {
  context.projects.set(project.id, project)
  context.match.learn(project)
  if (membership)
    context.memberships.set(membershipKey(project.id, membership.list, membership.year), membership)
  const held = context.returns.get(project.id) ?? []
  const merged = new Map(held.map(one => [one.period, one]))
  for (const { period, figures } of returns) {
    const before = merged.get(period)
    merged.set(period, { project: project.id, period, figures: { ...before?.figures, ...figures } })
  }
  context.returns.set(project.id, [...merged.values()])
}

const error = (code: ImportFinding['code'], row: ImportRow, period?: Period): ImportFinding => ({
  code,
  level: 'error',
  row: row.row,
  params: period === undefined ? undefined : { period },
})
const warning = (code: ImportFinding['code'], row: ImportRow): ImportFinding => ({
  code,
  level: 'warning',
  row: row.row,
})
