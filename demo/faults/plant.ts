import type { Figures } from '@guatu/domain/check'
import { addDays, periodSpan, yearOf } from '@guatu/kernel'
import type { Random } from '../make/random.ts'
import type { Sent } from './clean.ts'

/** Makes a row wrong in one way, or gives undefined where the row cannot be wrong so. */
export type Fault = (sent: Sent, dice: Random) => Sent | undefined

const number = (figures: Figures | undefined, field: string) => {
  const value = figures?.[field]
  return typeof value === 'number' ? value : 0
}
const last = ({ row, context }: Sent) => {
  const before = context.history.at(-1)
  return before && yearOf(before.period) === yearOf(row.period) ? before.figures : undefined
}
const set = (sent: Sent, figures: Figures): Sent => ({
  ...sent,
  row: { ...sent.row, figures: { ...sent.row.figures, ...figures } },
})
const times = (amount: number, percent: number) => Math.round((amount * percent) / 100)
const isUnderWay = ({ row }: Sent) => row.figures.stage === 'started'
const wasUnderWay = (sent: Sent) => last(sent)?.stage === 'started'

/** Average done in the earlier months of the year with works going on; the demos report every month. */
function average({ row, context }: Sent): number {
  const year = context.history.filter(one => yearOf(one.period) === yearOf(row.period))
  const done = year.map((one, index) =>
    one.figures.stage === 'started'
      ? number(one.figures, 'invest-ytd') - number(year[index - 1]?.figures, 'invest-ytd')
      : 0,
  )
  const worked = done.filter(one => one > 0)
  return worked.length >= 2 ? worked.reduce((a, b) => a + b) / worked.length : 0
}
const surge = (sent: Sent, percent: number) => {
  const base = average(sent)
  return base > 0 && isUnderWay(sent)
    ? set(sent, { 'invest-ytd': number(last(sent), 'invest-ytd') + times(base, percent) })
    : undefined
}
const isQuarterEnd = ({ row }: Sent) => Number(row.period.slice(5, 7)) % 3 === 0

/** Faults of one row by the check that is to find them; sizes are drawn from slight to gross, so that some stay below the line. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'unit.slip': (sent, dice) => {
    const done = number(sent.row.figures, 'invest-ytd')
    if (done === 0 || number(last(sent), 'invest-ytd') === 0) return undefined
    return set(sent, { 'invest-ytd': dice.between(0, 1) ? done * 10_000 : Math.round(done / 10_000) })
  },
  'figure.negative': sent => {
    const done = number(sent.row.figures, 'invest-ytd')
    return done > 0 ? set(sent, { 'invest-ytd': -done }) : undefined
  },
  'figure.fell': (sent, dice) => {
    const before = number(last(sent), 'invest-ytd')
    return before > 0 ? set(sent, { 'invest-ytd': times(before, dice.between(40, 99)) }) : undefined
  },
  'figure.fell-since-start': sent => {
    const before = number(sent.context.history.at(-1)?.figures, 'invest-total')
    const year = number(sent.row.figures, 'invest-ytd')
    return year > 0 && year < before ? set(sent, { 'invest-total': year }) : undefined
  },
  'year.above-since-start': ({ row, context }) => {
    const [year, all] = [number(row.figures, 'invest-ytd'), number(row.figures, 'invest-total')]
    return year > 0 && year < all
      ? set({ row, context }, { 'invest-ytd': all, 'invest-total': year })
      : undefined
  },
  'done.above-plan': (sent, dice) => {
    const plan = sent.context.annualPlan ?? 0
    return plan > 0 && isUnderWay(sent)
      ? set(sent, { 'invest-ytd': times(plan, dice.between(100, 160)) })
      : undefined
  },
  'plan.above-total': ({ row, context }, dice) =>
    context.totalInvest && context.annualPlan
      ? { row, context: { ...context, annualPlan: times(context.totalInvest, dice.between(101, 1_000)) } }
      : undefined,
  'done.above-total': (sent, dice) =>
    sent.context.totalInvest && isUnderWay(sent)
      ? set(sent, { 'invest-total': times(sent.context.totalInvest, dice.between(100, 150)) })
      : undefined,
  'invest.before-start': (sent, dice) => {
    const { row, context } = sent
    if (row.figures.stage !== 'prepare' || !context.annualPlan) return undefined
    const more = times(context.annualPlan, dice.between(1, 20))
    return set(sent, { 'invest-ytd': number(last(sent), 'invest-ytd') + more })
  },
  'start.no-evidence': sent =>
    isUnderWay(sent) && sent.context.history.at(-1)?.figures.stage === 'prepare'
      ? { ...sent, context: { ...sent.context, evidence: [] } }
      : undefined,
  'operating.no-acceptance': sent =>
    isUnderWay(sent) ? set(sent, { stage: 'operating', 'completed-on': null }) : undefined,
  'stop.after-start': (sent, dice) => {
    if (!isUnderWay(sent) || !wasUnderWay(sent)) return undefined
    const day = addDays(periodSpan(sent.row.period).end, -dice.between(32, 120))
    return set(sent, { stage: 'paused', 'started-on': day })
  },
  'date.future': (sent, dice) =>
    isUnderWay(sent)
      ? set(sent, { 'started-on': addDays(sent.context.asOf, dice.between(1, 400)) })
      : undefined,
  'date.completed-before-started': (sent, dice) => {
    const started = sent.row.figures['started-on']
    return typeof started === 'string'
      ? set(sent, { 'completed-on': addDays(started, -dice.between(1, 900)) })
      : undefined
  },
  'stage.backwards': (sent, dice) =>
    isUnderWay(sent) && wasUnderWay(sent)
      ? set(sent, { stage: dice.pick(['plan', 'reserve', 'prepare']) })
      : undefined,
  'progress.none': (sent, dice) => {
    const idle = dice.between(2, 4)
    const { row, context } = sent
    const kept = context.history.slice(0, context.history.length - idle + 1)
    const still = kept.at(-1)
    const sameYear = still && yearOf(still.period) === yearOf(row.period)
    if (!sameYear || !isUnderWay(sent) || still.figures.stage !== 'started') return undefined
    const figures = { 'invest-ytd': number(still.figures, 'invest-ytd') }
    const flat = context.history
      .slice(kept.length)
      .map(one => ({ ...one, figures: { ...one.figures, ...figures } }))
    return set({ row, context: { ...context, history: [...kept, ...flat] } }, figures)
  },
  'figures.copied': sent =>
    isUnderWay(sent) && wasUnderWay(sent) ? set(sent, { ...last(sent) }) : undefined,
  'surge.single': (sent, dice) => surge(sent, dice.between(200, 800)),
  'surge.at-end': (sent, dice) => (isQuarterEnd(sent) ? surge(sent, dice.between(150, 300)) : undefined),
  'paid.above-done': (sent, dice) => {
    const done = number(sent.row.figures, 'invest-ytd')
    return done > 0 ? set(sent, { 'paid-ytd': times(done, dice.between(105, 250)) }) : undefined
  },
  'statistics.apart': (sent, dice) => {
    const done = number(sent.row.figures, 'invest-ytd')
    return done > 0 ? set(sent, { 'stat-ytd': times(done, dice.between(40, 180)) }) : undefined
  },
  'photo.other-project': (sent, dice) => {
    const others = [...(sent.context.othersEvidence?.values() ?? [])].flat()
    const other = dice.pick(others)
    const own = { ...other, project: sent.row.project, period: sent.row.period }
    return other.project === sent.row.project
      ? undefined
      : { ...sent, context: { ...sent.context, evidence: [...(sent.context.evidence ?? []), own] } }
  },
  'photo.other-period': (sent, dice) => {
    const earlier = sent.context.evidence?.filter(one => one.period !== sent.row.period) ?? []
    if (earlier.length === 0) return undefined
    const again = { ...dice.pick(earlier), period: sent.row.period }
    return { ...sent, context: { ...sent.context, evidence: [...(sent.context.evidence ?? []), again] } }
  },
}
