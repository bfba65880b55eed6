import { fault, ok, type Period, type Result } from '@guatu/kernel'
import type { Entry } from '../entry/index.ts'
import type { FieldId, FieldValue } from '../facts/index.ts'
import type { UnitTree } from '../person/index.ts'
import { unitsAbove } from '../person/index.ts'
import type { ReturnActor } from '../return/index.ts'
import { sideOf } from '../return/index.ts'

/** 更正: figures of a closed period that turn out to be wrong, proposed by one person and approved by another. */
export interface CorrectionFact {
  readonly id: string
  readonly state: 'proposed' | 'approved' | 'refused'
  /** The unit whose return it corrects, and the closed period that froze it. */
  readonly unit: string
  readonly corrects: Period
  readonly rows: readonly CorrectedRow[]
  readonly reason: string
  readonly proposedBy: string
  readonly decidedBy?: string
  /** Of a refusal. */
  readonly answer?: string
}

export interface CorrectedRow {
  readonly project: string
  readonly period: Period
  /** Only what changes; null takes back what was reported. */
  readonly figures: Readonly<Record<FieldId, FieldValue | null>>
  /** As they stood when it was proposed; null: not reported. */
  readonly before: Readonly<Record<FieldId, FieldValue | null>>
}

export interface CorrectionActor extends ReturnActor {
  readonly person: string
  /** 单位负责人 */
  readonly head?: boolean
}

export function proposeCorrection(
  proposal: Omit<CorrectionFact, 'state' | 'proposedBy' | 'decidedBy' | 'answer'>,
  actor: CorrectionActor,
  /** The closed period that holds a period shut, as `shutBy` finds it. */
  shut: (period: Period) => Period | undefined,
  tree: UnitTree,
): Result<CorrectionFact> {
  const { rows, reason, unit, corrects } = proposal
  if (!['own', 'office'].includes(sideOf(actor, unit, tree))) return fault('correction.not-yours')
  if (reason.trim() === '') return fault('correction.reason-missing')
  const changed = rows.map(row => ({ ...row, figures: changes(row) })).filter(row => !isEmpty(row.figures))
  if (changed.length === 0) return fault('correction.empty')
  const open = changed.find(row => shut(row.period) !== corrects)
  if (open) return fault('correction.not-closed', { period: open.period })
  return ok({ ...proposal, rows: changed, state: 'proposed', proposedBy: actor.person })
}

export interface CorrectionDecided {
  readonly next: CorrectionFact
  readonly entries: readonly Pick<Entry, 'subject' | 'period' | 'figures' | 'reason'>[]
}

/** By another person than proposed it: a dispatcher, or the head or leader of its unit or of one above. */
export function decideCorrection(
  correction: CorrectionFact,
  actor: CorrectionActor,
  decision: { readonly approve: boolean; readonly answer?: string },
  tree: UnitTree,
): Result<CorrectionDecided> {
  const { state, proposedBy, unit, rows, reason } = correction
  if (!mayDecide(actor, unit, tree)) return fault('correction.not-yours')
  if (state !== 'proposed') return fault('correction.wrong-state')
  if (actor.person === proposedBy) return fault('correction.own')
  const answer = decision.answer?.trim()
  if (!decision.approve && !answer) return fault('correction.reason-missing')
  const next: CorrectionFact = {
    ...correction,
    state: decision.approve ? 'approved' : 'refused',
    decidedBy: actor.person,
    ...(answer && { answer }),
  }
  if (!decision.approve) return ok({ next, entries: [] })
  const entries = rows.map(({ project, period, figures }) => ({
    subject: { kind: 'project' as const, project },
    period,
    figures,
    reason,
  }))
  return ok({ next, entries })
}

const mayDecide = ({ role, unit, head }: CorrectionActor, of: string, tree: UnitTree) =>
  role === 'dispatcher' || ((head === true || role === 'leader') && unitsAbove(tree, of).includes(unit))

const changes = ({ figures, before }: CorrectedRow) =>
  Object.fromEntries(Object.entries(figures).filter(([field, value]) => (before[field] ?? null) !== value))

const isEmpty = (figures: object) => Object.keys(figures).length === 0
