import { type Day, type Fault, fault, ok, type Result } from '@guatu/kernel'
import type { Entry } from '../entry/index.ts'
import type { UnitTree } from '../person/index.ts'
import type { AskedReturn } from './asked.ts'
import { clocksAgainst } from './change.ts'
import { type ReturnActor, sideOf } from './route.ts'
import type {
  PassedWarning,
  ReturnAction,
  ReturnReason,
  ReturnSide,
  ReturnState,
  ReturnStateName,
  RowFigures,
} from './state.ts'
import { stepOf } from './table.ts'

export interface ReturnMove {
  readonly action: ReturnAction
  /** `closing`: the closing of the period, which no person asks for one return. */
  readonly actor: ReturnActor | 'closing'
  /** Undefined while nothing was sent. */
  readonly current: ReturnState | undefined
  readonly asked: AskedReturn
  readonly asOf: Day
  readonly tree: UnitTree
  /** As `reviewRoute` gives it. */
  readonly route: readonly string[]
  /** The period is closed and no unlock of it is open. */
  readonly closed: boolean
  /** The figures of a submit, laid over those that stand. */
  readonly rows?: readonly RowFigures[]
  /** What the ledger holds of the period of rows asked. */
  readonly standing?: readonly RowFigures[]
  /** Why figures that stand are replaced. */
  readonly reason?: string
  /** What the checks found in the rows of a submit. */
  readonly findings?: readonly ReturnFinding[]
  readonly passed?: readonly PassedWarning[]
  readonly reasons?: readonly ReturnReason[]
}

export interface ReturnFinding {
  readonly check: string
  readonly severity: 'error' | 'warning' | 'note'
  readonly project: string
  readonly field?: string
}

export interface ReturnMoved {
  readonly next: ReturnState
  /** To be appended with the move; seq and origin are the ledger's. */
  readonly entries: readonly Pick<Entry, 'subject' | 'period' | 'figures'>[]
  readonly reasons: readonly ReturnReason[]
}

/** What one action makes of a return, or the code that refuses it. Writes nothing. */
export function moveReturn(move: ReturnMove): Result<ReturnMoved> {
  const side = move.actor === 'closing' ? 'closing' : sideOf(move.actor, move.asked.unit, move.tree)
  const state = move.current?.state ?? 'open'
  const step = stepOf(state, move.action, side)
  if (step.startsWith('return.')) return fault(step)
  const refused =
    closedAgainst(move, side) ?? placeAgainst(move, side) ?? clockAgainst(move, side) ?? saidAgainst(move)
  if (refused) return { ok: false, error: refused }
  const { asked, action, current } = move
  const submits = action === 'submit'
  const rows = submits ? filled(move) : []
  const reasons = move.reasons ?? []
  return ok({
    next: {
      unit: asked.unit,
      period: asked.period,
      state: step as ReturnStateName,
      at: placeAfter(move, step as ReturnStateName),
      action,
      reasons: action === 'return' || action === 'reopen' ? reasons : keptReasons(move),
      passed: submits ? (move.passed ?? []) : (current?.passed ?? []),
      rows: [...new Set([...(current?.rows ?? []), ...rows.map(row => row.project)])].sort(),
      cadences: asked.cadences,
    },
    entries: rows.map(({ project, figures }) => ({
      subject: { kind: 'project', project },
      period: asked.period,
      figures,
    })),
    reasons,
  })
}

const filled = ({ rows = [] }: ReturnMove) => rows.filter(row => Object.keys(row.figures).length > 0)

/** Reasons stay to be read until it is sent again. */
const keptReasons = ({ action, current }: ReturnMove) => (action === 'save' ? (current?.reasons ?? []) : [])

function closedAgainst({ closed, action }: ReturnMove, side: ReturnSide): Fault | undefined {
  return closed && !(side === 'closing' && action === 'freeze') ? { code: 'return.frozen' } : undefined
}

/** A unit above acts only when it is its turn; the own unit takes back only what nobody has passed on. */
function placeAgainst({ action, actor, current, route }: ReturnMove, side: ReturnSide): Fault | undefined {
  if (side === 'above' && actor !== 'closing' && current?.at !== actor.unit)
    return { code: 'return.not-here', params: { at: current?.at ?? '' } }
  if (action === 'withdraw' && current?.at !== (route[0] ?? null)) return { code: 'return.passed-on' }
  return undefined
}

/**
 * The clocks bind reporters; the office may enter early and late. What is taken back after the lock could not be sent again.
 */
function clockAgainst({ action, asked, asOf }: ReturnMove, side: ReturnSide): Fault | undefined {
  if (side !== 'own' || (action !== 'submit' && action !== 'withdraw')) return undefined
  return clocksAgainst(asked, asOf, action === 'submit')
}

function saidAgainst(move: ReturnMove): Fault | undefined {
  const { action, reasons = [] } = move
  if (action === 'return' || action === 'reopen') {
    const said = reasons.length > 0 && reasons.every(reason => reason.text.trim() !== '')
    return said ? undefined : { code: 'return.reason-missing' }
  }
  return action === 'submit' ? submitAgainst(move) : undefined
}

function submitAgainst(move: ReturnMove): Fault | undefined {
  const { asked, rows = [], findings = [], passed = [] } = move
  const stray = rows.find(row => !asked.rows.some(one => one.project === row.project))
  if (stray) return { code: 'return.not-asked', params: { project: stray.project } }
  const blank = withoutFigure(move).length
  if (blank > 0) return { code: 'return.incomplete', params: { count: blank } }
  const error = findings.find(one => one.severity === 'error')
  if (error) return { code: 'return.check-failed', params: { check: error.check, project: error.project } }
  const open = findings.find(
    one => one.severity === 'warning' && !passed.some(reason => answers(reason, one)),
  )
  if (open) return { code: 'return.reason-missing', params: { check: open.check, project: open.project } }
  const unexplained = replaced(move).find(project => !isExplained(move, project))
  if (unexplained !== undefined) return { code: 'return.reason-needed', params: { project: unexplained } }
  return undefined
}

/** Projects asked that would have no figure of the period after the move. */
function withoutFigure({ asked, rows = [], standing = [] }: ReturnMove): string[] {
  const known = new Map(standing.map(row => [row.project, row.figures]))
  const sent = new Map(rows.map(row => [row.project, row.figures]))
  return asked.rows
    .map(row => row.project)
    .filter(project =>
      Object.values({ ...known.get(project), ...sent.get(project) }).every(value => value === null),
    )
}

/** Projects of which a figure that stands would get another value. */
function replaced({ rows = [], standing = [] }: ReturnMove): string[] {
  const known = new Map(standing.map(row => [row.project, row.figures]))
  return rows
    .filter(({ project, figures }) => {
      const before = known.get(project) ?? {}
      return Object.keys(figures).some(field => field in before && before[field] !== figures[field])
    })
    .map(row => row.project)
}

/** A reason given for a warning of the project explains its correction too. */
const isExplained = ({ reason = '', passed = [] }: ReturnMove, project: string) =>
  reason.trim() !== '' || passed.some(one => one.project === project && one.reason.trim() !== '')

const answers = (reason: PassedWarning, { check, project, field }: ReturnFinding) =>
  reason.check === check &&
  reason.project === project &&
  reason.field === field &&
  reason.reason.trim() !== ''

function placeAfter(move: ReturnMove, next: ReturnStateName): string | null {
  const { action, asked, current, route } = move
  if (next === 'open' || next === 'returned') return asked.unit
  if (next !== 'submitted') return null
  if (action === 'submit') return route[0] ?? null
  return route[route.indexOf(current?.at ?? '') + 1] ?? null
}
