import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type Recognition, similarNames } from '@guatu/documents'
import {
  type Candidate,
  type Facts,
  type ImportPlan,
  type ProjectFact,
  periodsOf,
  planInSteps,
  planReported,
  type Refuses,
  reportedColumns,
} from '@guatu/domain'
import { canonicalJson, type Day, type Period, periodSpan } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { thresholdsOf } from '../return/thresholds.ts'
import type { Choices } from './draft.ts'
import { importRows } from './rows.ts'

export interface Setting {
  readonly facts: Facts
  readonly scheme: Scheme
  readonly today: Day
  readonly mayBegin: boolean
  /** The unit of the post that imports. */
  readonly unit: string
  /** Absent: asked when the figures are written. */
  readonly refuses?: (periods: readonly Period[], projects: ReadonlySet<string>) => Promise<Refuses>
}

export interface FilePlan {
  readonly plan: ImportPlan
  readonly period: Period | null
  readonly list: string | null
  readonly figuresAre: 'cumulative' | 'monthly'
  /** Of reported figures: whose they are. */
  readonly unit: string | null
}

/** What a recognised file would do to the facts. `id` makes the ids of new projects, the same at every planning. */
export async function planFile(
  id: string,
  recognition: Recognition,
  choices: Choices,
  setting: Setting,
): Promise<FilePlan> {
  if (recognition.holds === 'reported') return planFigures(recognition, choices, setting)
  const period = choices.period ?? endedPeriod(recognition.period?.period, setting.today)
  const list = choices.list ?? onlyList(setting.scheme)
  const figuresAre = choices.figuresAre ?? 'cumulative'
  const rows = importRows(recognition.rows)
  const known = new Set(setting.facts.projects.map(one => one.id))
  const steps = planInSteps({
    ...setting,
    thresholds: thresholdsOf(setting.facts),
    refuses: await setting.refuses?.(periodsOf(rows, period ?? undefined), known),
    rows,
    choices: {
      period: period ?? undefined,
      list: list ?? undefined,
      figuresAre,
      decisions: choices.decisions ?? {},
    },
    similar,
    newId: row => `${id.slice(0, 8)}-${row.row}`,
  })
  const plan = await inTurns(steps)
  return { plan, period, list, figuresAre, unit: null }
}

/** Others have their turn between two steps. */
async function inTurns<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await setImmediate()
  }
}

const HASHED_AT_ONCE = 500

/** Changes when what would be written, or what it would replace, does. */
export async function hashOfPlan({ rows }: ImportPlan): Promise<string> {
  const hash = createHash('sha256')
  for (let from = 0; from < rows.length; from += HASHED_AT_ONCE) {
    if (from > 0) await setImmediate()
    const shown = rows.slice(from, from + HASHED_AT_ONCE).map(({ row, kind, project, changes, writes }) => {
      return [row, kind, project, changes.map(({ before }) => before), writes]
    })
    hash.update(canonicalJson(shown))
  }
  return hash.digest('hex')
}

/** Figures that a unit reports: each row has its own period, no list and no project. */
async function planFigures(
  recognition: Recognition,
  choices: Choices,
  { facts, scheme, today, mayBegin, unit: own, refuses }: Setting,
): Promise<FilePlan> {
  const chosen = facts.units.find(one => one.id === choices.unit)?.id
  const unit = mayBegin ? (chosen ?? lastReporter(facts, scheme) ?? own) : own
  const rows = importRows(recognition.rows)
  const plan = planReported({
    reported: facts.reported,
    scheme,
    today,
    rows,
    unit,
    refuses: await refuses?.(periodsOf(rows, undefined), new Set()),
  })
  return { plan, period: null, list: null, figuresAre: 'cumulative', unit }
}

/** Who reported such figures last: the statistics post, whoever imports for it. */
function lastReporter({ reported }: Facts, scheme: Scheme): string | undefined {
  const indicators = new Set(reportedColumns(scheme).map(column => column.indicator))
  return reported
    .filter(one => indicators.has(one.indicator))
    .reduce<Facts['reported'][number] | undefined>(
      (last, one) => (last && periodSpan(last.period).end >= periodSpan(one.period).end ? last : one),
      undefined,
    )?.unit
}

/** The file's own period, unless it is still running: a plan's title names its whole year. */
const endedPeriod = (period: Period | undefined, today: Day): Period | null =>
  period !== undefined && periodSpan(period).end <= today ? period : null

const onlyList = (scheme: Scheme) => (scheme.lists.length === 1 ? (scheme.lists[0]?.id ?? null) : null)

const WHY = {
  'same-writing': ['写法相同', 'same but for writing'],
  'prefix-or-suffix': ['仅前后缀不同', 'same but for words before or after'],
  contained: ['名称包含', 'one name holds the other'],
  alike: ['名称相近', 'names alike'],
} as const

const OFFERED = 5
/** No project is called so; comparing it would only cost time. */
const LONGEST_NAME = 200

function similar(name: string, projects: readonly ProjectFact[]): Candidate[] {
  if (name.length > LONGEST_NAME) return []
  const { byName, names } = namesOf(projects)
  return similarNames(name, names)
    .flatMap(({ candidate, why }) => {
      const project = byName.get(candidate)
      const [zh, en] = WHY[why]
      return project ? [{ project: project.id, name: candidate, why: zh, whyEn: en }] : []
    })
    .slice(0, OFFERED)
}

interface Named {
  readonly byName: ReadonlyMap<string, ProjectFact>
  readonly names: readonly string[]
}

/** Every row of a file asks about the same projects. */
const named = new WeakMap<readonly ProjectFact[], Named>()
function namesOf(projects: readonly ProjectFact[]): Named {
  let known = named.get(projects)
  if (!known) {
    const byName = new Map(projects.map(project => [project.name, project]))
    known = { byName, names: [...byName.keys()] }
    named.set(projects, known)
  }
  return known
}
