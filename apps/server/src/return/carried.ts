import { type AskedReturn, moveReturn, type PassedWarning, type RowFigures } from '@guatu/domain'
import { ok, type Result } from '@guatu/kernel'
import { closedAround, type NewFact, returnByKey, returnFact, type ScopedTx } from '@guatu/store'
import type { Failure } from '../http/failure.ts'
import type { Session } from '../session/session.ts'
import { findingsOf, standingOf, stoppingOf } from './findings.ts'
import { type Known, routeOf, stateOf } from './known.ts'
import { refusalOf } from './refusal.ts'
import { sentNow } from './sent.ts'
import { type OpenReturn, openReturn } from './sheet.ts'

export interface Carried {
  readonly move: NewFact
  readonly state: 'open' | 'submitted' | 'returned' | 'accepted' | 'frozen'
}

/**
 * The move of a return whose figures come in a file, to be written with them: the office's is accepted at once (代报), a
 * reporter's own is submitted. One reason passes all warnings; without it they stop the move as they stop a submit.
 * `rows`: of all projects that the file gives figures of, also where the ledger has them already.
 */
export async function carriedReturn(
  tx: ScopedTx,
  known: Known,
  session: Session,
  asked: AskedReturn,
  rows: readonly RowFigures[],
  reason: string | undefined,
): Promise<Result<Carried, Failure>> {
  const { unit, period } = asked
  const opened = await openReturn(tx, known, asked)
  const record = await returnByKey(tx, unit, period)
  const state = stateOf(record)
  const findings = stoppingOf(findingsOf(known, opened, asked, rows, session))
  const passed = reason === undefined ? [] : passedBy(findings, reason)
  const moved = moveReturn({
    action: 'submit',
    actor: session.post,
    current: state,
    asked,
    asOf: known.today,
    tree: known.tree,
    route: routeOf(known, unit),
    closed: (await closedAround(tx, period)) !== undefined,
    rows,
    standing: standingOf(opened.rows),
    ...(reason !== undefined && { reason }),
    findings,
    passed,
  })
  if (!moved.ok) return refusalOf(moved.error, asked, state, findings, passed)
  const { next } = moved.value
  const body = {
    ...next,
    at: next.at ?? undefined,
    byUnit: session.post.unit,
    ...sentNow(session, opened.rows, rows, record, 'file'),
  }
  return ok({ move: returnFact(body, known.today), state: next.state })
}

const passedBy = (findings: ReturnType<typeof stoppingOf>, reason: string): PassedWarning[] =>
  findings
    .filter(one => one.severity === 'warning')
    .map(({ check, project, field }) => ({ check, project, ...(field && { field }), reason }))

/** Projects of the return with a figure in the file or in the ledger: whether nothing is left to be asked. */
export const isWhole = ({ rows }: OpenReturn, given: ReadonlySet<string>): boolean =>
  rows.every(row => given.has(row.project) || row.cells.some(cell => cell.now))
