import { similarNames } from '@guatu/documents'
import { type Candidate, type Facts, type ImportPlan, type ProjectFact, planImport } from '@guatu/domain'
import { canonicalJson, type Day, type Period, periodSpan } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { sha256 } from '@guatu/store'
import type { Choices } from './draft.ts'
import type { Recognised } from './recognition.ts'
import { importRows } from './rows.ts'

export interface Setting {
  readonly facts: Facts
  readonly scheme: Scheme
  readonly today: Day
  readonly mayBegin: boolean
}

export interface FilePlan {
  readonly plan: ImportPlan
  readonly period: Period | null
  readonly list: string | null
  readonly figuresAre: 'cumulative' | 'monthly'
  /** Changes when what would be written, or what it would replace, does. */
  readonly hash: string
}

/** What a recognised file would do to the facts. `id` makes the ids of new projects, the same at every planning. */
export function planFile(
  id: string,
  { recognition }: Recognised,
  choices: Choices,
  setting: Setting,
): FilePlan {
  const period = choices.period ?? endedPeriod(recognition.period?.period, setting.today)
  const list = choices.list ?? onlyList(setting.scheme)
  const figuresAre = choices.figuresAre ?? 'cumulative'
  const plan = planImport({
    ...setting,
    rows: importRows(recognition.rows),
    choices: {
      period: period ?? undefined,
      list: list ?? undefined,
      figuresAre,
      decisions: choices.decisions ?? {},
    },
    similar,
    newId: row => `${id.slice(0, 8)}-${row.row}`,
  })
  const shown = plan.rows.map(({ row, kind, project, changes, writes }) => [
    row,
    kind,
    project,
    changes,
    writes,
  ])
  const hash = sha256(canonicalJson(shown))
  return { plan, period, list, figuresAre, hash }
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
  const byName = new Map(projects.map(project => [project.name, project]))
  return similarNames(name, [...byName.keys()])
    .flatMap(({ candidate, why }) => {
      const project = byName.get(candidate)
      const [zh, en] = WHY[why]
      return project ? [{ project: project.id, name: candidate, why: zh, whyEn: en }] : []
    })
    .slice(0, OFFERED)
}
