import { type Day, type Period, yearOf } from '@guatu/kernel'
import type { ExemptionFact, MembershipFact } from '../facts/index.ts'
import {
  counts,
  EXEMPTION,
  exempted,
  followed,
  type Judgement,
  judge,
  judgePlain,
  type LightRule,
  streakInput,
  streaksInOrder,
} from '../light/index.ts'
import type { AskedState } from '../project/index.ts'
import { inputsOf, looks } from './judging.ts'
import { Known } from './known.ts'
import { judgedEnd } from './look-back.ts'
import { type Program, programAt } from './program.ts'
import type { Input } from './result.ts'

/** Judges; adds to `because` the colours of earlier periods and the exemption that the judgement rests on. */
export function judgeLookingBack(program: Program, index: number, known: Known, because: Input[]): Judgement {
  const rule = ruleOf(program, index)
  const { streak, exempt } = rule.light
  if (streak.length === 0 && !exempt) return judge(rule, because)
  const { colour } = judgePlain(rule, because)
  const exemption = exemptionOf(rule, known.state, program.asOf)
  const colours = periodColours(program, rule, colour, (day: Day) => colourAt(program, index, known, day))
  because.push(...colours, ...exemption)
  return judge(rule, because)
}

/** The colours of the periods by which the streaks of a colour are told. */
export function periodColours(
  { scheme, asOf }: Pick<Program, 'scheme' | 'asOf'>,
  rule: LightRule,
  colour: string,
  at: (day: Day) => string | undefined,
): Input[] {
  const inputs = new Map<Period, Input>()
  const colourIn = (period: Period) => {
    const end = judgedEnd(scheme, period)
    return end === undefined ? undefined : end === asOf ? colour : at(end)
  }
  for (const streak of streaksInOrder(rule)) {
    if (!counts(rule, streak, colour)) continue
    for (const { period, colour: value } of followed(rule, streak, asOf, colourIn).seen) {
      inputs.set(period, { from: 'judged', name: streakInput(period), period, type: 'text', value })
    }
  }
  return [...inputs.values()]
}

/** As the rule judged the end of an earlier period, exemptions counted; undefined where it did not look. */
function colourAt(
  program: Program,
  index: number,
  { state, membership }: Known,
  day: Day,
): string | undefined {
  const then = programAt(program, day)
  const at = state.at?.(day)
  if (!at) throw new Error(`nothing is known of ${state.project.id} on ${day}`)
  const member = membershipAt(at, membership, day)
  if (!member) return undefined
  const rule = ruleOf(program, index)
  const known = new Known(then, at, member)
  if (!looks(rule.light, then, known)) return undefined
  const inputs = [...inputsOf(then, index, known), ...exemptionOf(rule, at, day)]
  return exempted(rule, inputs, judgePlain(rule, inputs)).colour
}

/** The same list in the year of that day: plans of other years are not judged by this one's. */
function membershipAt(
  { memberships }: AskedState,
  now: MembershipFact,
  day: Day,
): MembershipFact | undefined {
  const year = yearOf(day)
  if ((now.year ?? year) === year) return now
  const onList = memberships.filter(one => one.list === now.list)
  return onList.find(one => one.year === year) ?? onList.find(one => one.year === undefined)
}

function exemptionOf({ light }: LightRule, { exemptions = [] }: AskedState, day: Day): Input[] {
  if (!light.exempt) return []
  const inForce = (one: ExemptionFact) =>
    one.rule === light.id &&
    one.approvedBy === light.exempt?.approvedBy &&
    one.from <= day &&
    day <= (one.to ?? day)
  const found = exemptions.filter(inForce).sort((a, b) => (a.from < b.from ? -1 : 1))[0]
  return found ? [{ from: 'approval', name: EXEMPTION, type: 'text', value: found.reason }] : []
}

function ruleOf({ lights }: Program, index: number): LightRule {
  const rule = lights[index]
  if (!rule) throw new Error(`no such light: ${index}`)
  return rule
}
