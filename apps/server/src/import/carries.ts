import type { Response, routes } from '@guatu/contract'
import { type AskedReturn, askedReturns, type ImportPlan, type RowFigures, sideOf } from '@guatu/domain'
import { groupBy, type Period } from '@guatu/kernel'
import { type NewFact, returnByKey, type ScopedTx } from '@guatu/store'
import type { App } from '../app.ts'
import { errorBodyOf } from '../http/failure.ts'
import { carriedReturn, isWhole } from '../return/carried.ts'
import { CALENDAR, type Known, knownNow, nameOf, stateOf } from '../return/known.ts'
import { type OpenReturn, openReturn } from '../return/sheet.ts'
import type { Session } from '../session/session.ts'

type Told = Response<typeof routes.commitImport>['returns'][number]

export interface Carries {
  readonly moves: readonly NewFact[]
  readonly told: readonly Told[]
  /** Whose figures of a project and period they are; undefined: those of the post that imports. */
  unitOf(project: string, period: Period): string | undefined
}

/**
 * Returns that are due now and go with an import: those that have a figure of every project once it is written, and that
 * nothing stops. The others keep their figures and stay as they are, and the answer says why.
 */
export async function carriedBy(
  app: App,
  tx: ScopedTx,
  session: Session,
  { rows }: ImportPlan,
  reason: string | undefined,
): Promise<Carries> {
  const written = rows.flatMap(({ project, writes }) =>
    project === null ? [] : (writes?.returns ?? []).map(one => ({ ...one, project })),
  )
  if (written.length === 0) return { moves: [], told: [], unitOf: () => undefined }
  const known = await knownNow(app, tx, session.jurisdiction)
  const byPeriod = groupBy(written, one => one.period)
  const due = askedReturns(known.scheme, known.facts, known.today, CALENDAR)
  const units = new Map(
    due.flatMap(one => one.rows.map(row => [`${one.period} ${row.project}`, one.unit] as const)),
  )
  const moves: NewFact[] = []
  const told: Told[] = []
  for (const asked of due) {
    const figures = new Map(byPeriod.get(asked.period)?.map(one => [one.project, one.figures]))
    if (!asked.rows.some(row => figures.has(row.project))) continue
    const opened = await openReturn(tx, known, asked)
    const moved = await moveOf(tx, known, session, asked, opened, figures, reason)
    told.push(moved.told)
    if (moved.move) moves.push(moved.move)
  }
  const office = session.post.role === 'dispatcher'
  return {
    moves,
    told,
    unitOf: (project, period) => (office ? units.get(`${period} ${project}`) : undefined),
  }
}

async function moveOf(
  tx: ScopedTx,
  known: Known,
  session: Session,
  asked: AskedReturn,
  opened: OpenReturn,
  figures: ReadonlyMap<string, RowFigures['figures']>,
  reason: string | undefined,
): Promise<{ told: Told; move?: NewFact }> {
  const { unit, period } = asked
  const state = stateOf(await returnByKey(tx, unit, period))?.state ?? 'open'
  const stays = (zh: string, en: string) => ({
    told: { unit, unitName: nameOf(known, unit), period, state, moved: false, zh, en },
  })
  const side = sideOf(session.post, unit, known.tree)
  if (side !== 'own' && side !== 'office')
    return stays(
      '数字已写入；这份报送由该单位提交。',
      'Figures written; the return is for its own unit to send.',
    )
  const whole = isWhole(opened, new Set(figures.keys()))
  if (!whole) {
    const count = opened.rows.filter(
      row => !figures.has(row.project) && !row.cells.some(cell => cell.now),
    ).length
    return stays(
      `数字已写入；还有 ${count} 个项目没有本期数，报送没有提交。`,
      `Figures written; ${count} projects have none yet, so the return was not sent.`,
    )
  }
  const rows = opened.rows.map(({ project, cells }) => ({
    project,
    figures: {
      ...Object.fromEntries(cells.flatMap(({ field, now }) => (now ? [[field, now.value]] : []))),
      ...figures.get(project),
    },
  }))
  const carried = await carriedReturn(tx, known, session, asked, rows, reason)
  if (!carried.ok) {
    const { zh, en } = errorBodyOf(carried.error).error
    return stays(`数字已写入，报送没有提交：${zh}`, `Figures written, the return was not sent: ${en}`)
  }
  const accepted = carried.value.state === 'accepted'
  return {
    told: {
      ...stays(
        accepted ? '已代报并接收。' : '已随表提交。',
        accepted ? 'Sent on behalf and accepted.' : 'Sent with the file.',
      ).told,
      state: carried.value.state,
      moved: true,
    },
    move: carried.value.move,
  }
}
