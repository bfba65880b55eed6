import { setImmediate } from 'node:timers/promises'
import type { Replayed } from '@guatu/contract'
import {
  PERIODS_MOST,
  periodsBetween,
  type ReplayedMoment,
  replayMoment,
  type SettingFault,
  type UnitFact,
} from '@guatu/domain'
import { ok, type Result } from '@guatu/kernel'
import type { Finding } from '@guatu/scheme'
import { headSeq, readScope, surroundings } from '@guatu/store'
import type { App } from '../app.ts'
import { type Failure, refuse } from '../http/failure.ts'
import type { Session } from '../session/session.ts'
import { readDraft, type Tried } from './change.ts'
import { replayMoments } from './read.ts'

/** What a replay is asked for, as the contract has checked it. */
export interface ReplayInput {
  readonly from: string
  readonly to: string
  readonly period?: string | undefined
  readonly settings?: Readonly<Record<string, string>> | undefined
  readonly draft?: string | undefined
  readonly changed: boolean
  readonly unit?: string | undefined
  readonly dimension?: string | undefined
  readonly size: number
}

/** Periods replayed; one of them is shown whole, of the others the counts. */
export interface Ground {
  readonly shown: ReplayedMoment
  readonly periods: Replayed['periods']
  readonly units: readonly UnitFact[]
  readonly seq: number
}

interface Answered {
  readonly findings: readonly Finding[]
  readonly ground?: Ground
}

/** Judgements of a project at a period's end: some seconds of the server's time. */
const JUDGED_MOST = 2_000_000

export async function replayedFor(
  app: App,
  session: Session,
  asked: ReplayInput,
): Promise<Result<Answered, Failure>> {
  const { from, to } = asked
  const periods = periodsBetween(from, to)
  const shown = asked.period ?? to
  if (typeof periods === 'string' || !periods.includes(shown))
    return refuse('replay.periods', { from, to, most: PERIODS_MOST })
  const tried = triedOf(asked)
  if (!tried.ok) return tried
  if (!tried.value.tried) return ok({ findings: tried.value.findings })
  const change = tried.value.tried
  const read = await readScope(app.database, session.scope, async tx => ({
    moments: await replayMoments(tx, periods, change),
    seq: await headSeq(tx),
    units: (await surroundings(tx, { asOf: '9999-12-31' })).units,
  }))
  const { moments, seq, units } = read
  if (!moments.ok) return settingsAnswer(moments.error)
  const projects = Math.max(...moments.value.map(one => one.columns.projects.length))
  if (projects * periods.length > JUDGED_MOST)
    return refuse('replay.too-large', { projects, periods: periods.length })
  const counts: Replayed['periods'] = []
  let whole: ReplayedMoment | undefined
  for (const moment of moments.value) {
    const one = replayMoment(moment)
    counts.push(countsOf(one))
    if (moment.period === shown) whole = one
    // Others are answered in between.
    await setImmediate()
  }
  return ok({
    findings: tried.value.findings,
    ...(whole ? { ground: { shown: whole, periods: counts, units, seq } } : {}),
  })
}

function triedOf({
  settings,
  draft,
}: ReplayInput): Result<{ readonly tried?: Tried; readonly findings: readonly Finding[] }, Failure> {
  const changes = Object.keys(settings ?? {}).length > 0
  if (changes === (draft !== undefined)) return refuse('replay.what')
  if (draft === undefined) return ok({ tried: { settings: settings ?? {} }, findings: [] })
  const { draft: parsed, findings } = readDraft(draft, 'draft.yaml')
  return ok({ findings, ...(parsed ? { tried: { draft: parsed } } : {}) })
}

function settingsAnswer(faults: readonly SettingFault[]): Result<Answered, Failure> {
  for (const fault of faults)
    if (fault.why !== 'plan') return refuse('replay.setting', { setting: fault.setting })
  return ok({ findings: faults.flatMap(fault => (fault.why === 'plan' ? fault.findings : [])) })
}

const countsOf = ({ moment, ways, ...one }: ReplayedMoment): Replayed['periods'][number] => ({
  period: moment.period,
  asOf: moment.asOf,
  projects: one.projects,
  changed: one.changed,
  recoloured: one.recoloured,
  worse: ways.worse,
  better: ways.better,
  raised: one.raised,
  dropped: one.dropped,
})

export const findingOf = ({ file: _, ...finding }: Finding) => finding
