import type { ReturnSheet, routes } from '@guatu/contract'
import {
  type AskedReturn,
  askedReturn,
  type Facts,
  fieldShapes,
  type PrefilledCell,
  type PrefilledRow,
  prefilledRows,
  type ReturnFact,
} from '@guatu/domain'
import { compareText, must, ok, type Period, periodSpan } from '@guatu/kernel'
import {
  closedAround,
  closingOf,
  factsOfProjects,
  movesOf,
  personNames,
  type ReturnDraft,
  readScope,
  returnByKey,
  returnDraft,
  type ScopedTx,
  settingsInForce,
} from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { refuse } from '../http/failure.ts'
import { vocabularyOf } from '../session/vocabulary.ts'
import { barNow, CALENDAR, type Known, knownNow, nameOf } from './known.ts'
import { dueLine } from './line.ts'
import { type Beside, contextsOf, readBeside } from './rows.ts'
import { thresholdsOf } from './thresholds.ts'

export const getReturn =
  (app: App): Handler<typeof routes.getReturn> =>
  async ({ params, session }) => {
    const { unit, period } = params
    return readScope(app.database, session.scope, async tx => {
      const known = await knownNow(app, tx, session.jurisdiction)
      const asked = askedReturn(known.scheme, known.facts, { unit, period }, CALENDAR)
      if (!asked || !sees(tx, unit)) return refuse('request.not-found')
      const opened = await openReturn(tx, known, asked)
      const record = await returnByKey(tx, unit, period)
      const draft = await returnDraft(tx, unit, period)
      const moves = await movesOf(tx, unit, period)
      const reported = new Set(
        opened.rows.filter(row => row.cells.some(cell => cell.now)).map(row => `${period} ${row.project}`),
      )
      return ok({
        bar: await barNow(tx, session, known),
        return: await shut(tx, dueLine(known, asked, record, reported, session.post)),
        fields: fieldsOf(known, opened.rows),
        rows: sheetRows(opened, asked, known.today),
        draft: draft ? await draftView(tx, draft) : null,
        moves: moves.map(move => moveView(known, move)),
        passed: [...((record?.body.passed as ReturnSheet['passed'] | undefined) ?? [])],
        thresholds: thresholdsOf(opened.facts),
        seen: seenOf(opened.rows, record?.seq),
      })
    })
  }

/** One that never came before its period was closed is asked for no more: its figures can be corrected only. */
async function shut(tx: ScopedTx, line: ReturnSheet['return']): Promise<ReturnSheet['return']> {
  if ((await closedAround(tx, line.period)) === undefined) return line
  return { ...line, state: line.state === 'open' ? 'frozen' : line.state, may: [] }
}

async function draftView(tx: ScopedTx, draft: ReturnDraft): Promise<ReturnSheet['draft']> {
  const { body, version, savedBy, savedAt } = draft
  const savedByName = (await personNames(tx)).get(savedBy) ?? savedBy
  return { body: body as Record<string, unknown> | null, version, savedBy, savedByName, savedAt }
}

export const sees = (tx: ScopedTx, unit: string) => tx.scope.reads === 'all' || tx.units.includes(unit)

export interface OpenReturn {
  readonly facts: Facts
  readonly rows: readonly PrefilledRow[]
  readonly beside: Beside
}

/** All that is known of the projects of one return, and of nothing else. */
export async function openReturn(tx: ScopedTx, known: Known, asked: AskedReturn): Promise<OpenReturn> {
  const projects = asked.rows.map(row => row.project)
  // A week that is asked for on its Friday has its figures before it ends.
  const { end } = periodSpan(asked.period)
  const asOf = compareText(end, known.today) > 0 ? end : known.today
  const of = await factsOfProjects(tx, { asOf, projects })
  const returns = await asClosed(tx, asked, of.returns)
  const facts = { ...known.facts, ...of, returns, settings: await settingsInForce(tx, { asOf }) }
  return { facts, rows: prefilledRows(known.scheme, facts, asked), beside: await readBeside(tx, asked) }
}

/**
 * Beside a closed period's own figures, which are as corrected, the others are as they were known when it closed: a week that
 * begins before it and ends in it is written later, and is not what its figures stood on.
 */
async function asClosed(
  tx: ScopedTx,
  { period, rows }: AskedReturn,
  returns: readonly ReturnFact[],
): Promise<readonly ReturnFact[]> {
  const closing = await closingOf(tx, period)
  if (!closing) return returns
  const then = { asOf: closing.end, knownAt: closing.seq, projects: rows.map(row => row.project) }
  const known = await factsOfProjects(tx, then)
  return [
    ...known.returns.filter(one => one.period !== period),
    ...returns.filter(one => one.period === period),
  ]
}

/** The newest entry or move that a page of it has seen. */
const seenOf = (rows: readonly PrefilledRow[], moved = 0): number =>
  Math.max(moved, ...rows.flatMap(row => row.cells.map(cell => cell.now?.entry ?? 0)))

function fieldsOf({ scheme, units }: Known, rows: readonly PrefilledRow[]): ReturnSheet['fields'] {
  const asked = new Set(rows.flatMap(row => row.fields))
  const shapes = fieldShapes(scheme.fields)
  return vocabularyOf(scheme, units)
    .fields.filter(field => asked.has(field.id))
    .map(field => ({ ...field, accrues: must(shapes.get(field.id), field.id).accrues }))
}

function sheetRows(opened: OpenReturn, asked: AskedReturn, today: string): ReturnSheet['rows'] {
  const { facts, rows, beside } = opened
  const contexts = contextsOf(facts, rows, asked, beside, today)
  const names = new Map(facts.projects.map(one => [one.id, one.name]))
  return rows.map(row => {
    const { project } = row
    const context = must(contexts.get(project), project)
    return {
      project,
      name: names.get(project) ?? project,
      cadences: [...row.cadences],
      cells: Object.fromEntries(row.cells.map(cell => [cell.field, cellView(cell, row)])),
      known: {
        totalInvest: context.totalInvest ?? null,
        annualPlan: context.annualPlan ?? null,
        monthPlans: context.monthPlans ? [...context.monthPlans] : null,
        startedOn: context.startedOn ?? null,
        history: context.history.map(one => ({ period: one.period, figures: { ...one.figures } as never })),
      },
      evidence: (beside.evidence.get(project) ?? []).map(one => ({
        sha256: one.sha256,
        period: one.period,
        name: one.name,
        addedAt: one.addedAt,
        usedElsewhere: beside.uses
          .filter(use => use.sha256 === one.sha256 && (use.project !== project || use.period !== one.period))
          .map(({ sha256: _, ...use }) => use),
      })),
      passedBefore: (beside.passed.get(project) ?? []).map(({ check, field, period }) => ({
        check,
        ...(field === undefined ? {} : { field }),
        period,
      })),
    }
  })
}

const PLANNED = 'invest-ytd'

function cellView(
  { field, now, last }: PrefilledCell,
  { plan }: PrefilledRow,
): ReturnSheet['rows'][number]['cells'][string] {
  return {
    value: now?.value ?? null,
    entry: now?.entry ?? null,
    last: last ? { value: last.value, period: last.period as Period, entry: last.entry ?? 0 } : null,
    plan: field === PLANNED ? (plan?.toDate ?? null) : null,
  }
}

type Move = Awaited<ReturnType<typeof movesOf>>[number]
const moveView = (known: Known, move: Move): ReturnSheet['moves'][number] => ({
  seq: move.seq,
  action: move.body.action as ReturnSheet['moves'][number]['action'],
  state: move.body.state as ReturnSheet['moves'][number]['state'],
  by: move.enteredByName ?? move.enteredBy,
  byUnit: nameOf(known, String(move.body.byUnit ?? '')),
  at: move.recordedAt,
  reasons: [...((move.body.reasons as ReturnSheet['moves'][number]['reasons'] | undefined) ?? [])],
})
