import { type Facts, isStarted, type MembershipFact, type ProjectFact, type ReturnFact } from '@guatu/domain'
import type {
  CheckContext,
  CheckRow,
  Evidence,
  EvidenceIndex,
  Figures,
  PastReturn,
} from '@guatu/domain/check'
import { evidenceByHash } from '@guatu/domain/check'
import { addDays, compareText, groupBy, periodSpan, yearOf } from '@guatu/kernel'
import { WAN } from '../make/amounts.ts'
import { type Random, random } from '../make/random.ts'

/** A row with all that is known of its project when it is sent. */
export interface Sent {
  readonly row: CheckRow
  readonly context: CheckContext
}

/** Every return of a demo as its reporter would have sent it, five days after the period's end. */
export function cleanRows(facts: Facts): Sent[] {
  const dice = random(20_260_105)
  const projects = new Map(facts.projects.map(one => [one.id, one]))
  const plans = groupBy(facts.memberships, one => one.project)
  const returns = groupBy(facts.returns, one => one.project)
  const courses = [...returns].map(([id, own]) => course(projects.get(id), own, dice))
  const photos = evidenceByHash(courses.flatMap(one => one.photos))
  return courses.flatMap(one => sent(one, plans.get(one.project?.id ?? '') ?? [], photos))
}

interface Course {
  readonly project: ProjectFact | undefined
  readonly returns: readonly PastReturn[]
  readonly photos: readonly Evidence[]
}

/**
 * What the demos do not hold, drawn beside them: payments of 50 to 110 % and statistics of 85 to 115 % of what was done, the
 * amount since the start, the works in words, and a photo with each return of works under way.
 */
function course(project: ProjectFact | undefined, own: readonly ReturnFact[], dice: Random): Course {
  const sorted = [...own].sort((a, b) => compareText(periodSpan(a.period).end, periodSpan(b.period).end))
  const most = Math.max(0, ...sorted.map(one => amount(one.figures['invest-ytd'])))
  const before = share(Math.max(0, (project?.totalInvest ?? 0) - 2 * most), dice.between(0, 60))
  const [paid, counted] = [dice.between(50, 110), dice.between(85, 115)]
  let closed = 0
  let year: { number: number; done: number } | undefined
  const returns = sorted.map((one, index): PastReturn => {
    const done = amount(one.figures['invest-ytd'])
    if (year && year.number !== yearOf(one.period)) closed += year.done
    year = { number: yearOf(one.period), done }
    const known = {
      'invest-total': before + closed + done,
      'paid-ytd': share(done, paid),
      'stat-ytd': share(done, counted),
    }
    const works = isStarted(one.figures.stage) ? { progress: `已完成第${index + 1}项` } : {}
    return { period: one.period, figures: { ...known, ...works, ...one.figures } }
  })
  const photos = sorted
    .filter(one => isStarted(one.figures.stage))
    .map(({ project: id, period }) => ({
      sha256: `${id} ${period}`,
      project: id,
      period,
      kind: 'photo' as const,
    }))
  return { project, returns, photos }
}

const amount = (value: unknown): number => (typeof value === 'number' ? value : 0)
/** In whole 万元. */
const share = (of: number, percent: number) => Math.floor((of * percent) / 100 / WAN) * WAN

function sent(
  { project, returns, photos }: Course,
  memberships: readonly MembershipFact[],
  all: EvidenceIndex,
): Sent[] {
  return returns.map(({ period, figures }, index) => {
    const plan = planOf(memberships, yearOf(period))
    const end = periodSpan(period).end
    return {
      row: { project: project?.id ?? '', period, figures: figures as Figures, reporter: project?.leadUnit },
      context: {
        asOf: addDays(end, 5),
        history: returns.slice(0, index),
        totalInvest: project?.totalInvest,
        annualPlan: plan?.annualPlan,
        monthPlans: plan?.monthPlans,
        evidence: photos.filter(one => periodSpan(one.period).end <= end),
        othersEvidence: all,
      },
    }
  })
}

/** Of several lists the one that plans most. */
const planOf = (memberships: readonly MembershipFact[], year: number) =>
  memberships
    .filter(one => one.year === year && one.annualPlan !== undefined)
    .sort((a, b) => (b.annualPlan ?? 0) - (a.annualPlan ?? 0))[0]
