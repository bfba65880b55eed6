import { type Day, inSeason } from '@guatu/kernel'
import type { Streak } from '@guatu/scheme'
import type { Input, LightReason, NoLight } from '../evaluate/result.ts'
import { byBands } from './by-bands.ts'
import { byRows } from './by-rows.ts'
import { inputNamed } from './figures.ts'
import { type Judgement, NONE } from './judgement.ts'
import { EXEMPTED, NO_LIGHTS, OUT_OF_SEASON, WITHDRAWN } from './measure.ts'
import type { LightRule } from './rule.ts'
import { counts, followed, streaksInOrder } from './streak.ts'

export { type Judgement, NONE } from './judgement.ts'

export const EXEMPTION = 'exemption'
export const streakInput = (period: string) => `streak.${period}`

/**
 * The colour from the rule and the named inputs, nothing else: whoever has the inputs of a judgement can repeat it.
 * The as-of date, the stage, the colours of earlier periods and an approved exemption are inputs like any other.
 */
export function judge(rule: LightRule, inputs: readonly Input[]): Judgement {
  const plain = judgePlain(rule, inputs)
  const { streak, exempt } = rule.light
  if (streak.length === 0 && !exempt) return plain
  return exempted(rule, inputs, streaked(rule, inputs, plain))
}

/** As `judge`, of the day alone: neither streaks nor exemptions. */
export function judgePlain(rule: LightRule, inputs: readonly Input[]): Judgement {
  const { length } = rule.inputs
  const asOf = asOfIn(rule, inputs)
  if (inputNamed(inputs, 'stage', length - 2)?.value === 'withdrawn') return none(rule, WITHDRAWN)
  if (rule.season && !inSeason(rule.season, asOf)) return none(rule, OUT_OF_SEASON)
  const judged = rule.band ? byBands(rule.band, inputs, asOf) : byRows(rule, inputs, asOf)
  return typeof judged === 'number' ? none(rule, judged) : judged
}

/** What the colour becomes where enough closed periods in a row ended so, and the day itself stands so still. */
function streaked(rule: LightRule, inputs: readonly Input[], plain: Judgement): Judgement {
  if (plain.colour === NONE) return plain
  const found = reachedStreak(rule, inputs, plain.colour)
  if (!found) return plain
  const { streak, periods } = found
  const { becomes } = streak
  const severity = becomes === undefined ? undefined : rule.severity.get(becomes)
  const reason: LightReason = {
    ...plain.reason,
    streak: { becomes, from: plain.colour, periods, rule: rule.light.streak.indexOf(streak) },
  }
  if (becomes === undefined || severity === undefined || severity < plain.severity)
    return { ...plain, reason }
  return { colour: becomes, reason, severity }
}

function reachedStreak(rule: LightRule, inputs: readonly Input[], colour: string) {
  for (const streak of streaksInOrder(rule)) {
    if (!counts(rule, streak, colour)) continue
    const { seen, reached } = followed(rule, streak, asOfIn(rule, inputs), period => {
      const value = inputNamed(inputs, streakInput(period), -1)?.value
      return typeof value === 'string' ? value : undefined
    })
    if (reached) return { streak, periods: seen }
  }
  return undefined
}

/** The streak that a judgement stands on. */
export const streakOf = ({ light }: LightRule, { reason }: Judgement): Streak | undefined =>
  reason.streak && light.streak[reason.streak.rule]

/** An approved exemption excuses a worse colour; it never makes one worse. */
export function exempted(rule: LightRule, inputs: readonly Input[], judged: Judgement): Judgement {
  const { exempt } = rule.light
  if (!exempt || judged.colour === NONE || !inputNamed(inputs, EXEMPTION, -1)) return judged
  const severity = exempt.colour === NONE ? rule.least : (rule.severity.get(exempt.colour) ?? 0)
  if (judged.severity <= severity) return judged
  if (exempt.colour === NONE) {
    const { reason } = none(rule, EXEMPTED)
    return { colour: NONE, reason: { ...reason, exempted: judged.colour }, severity: 0 }
  }
  const { green: _, ...reason } = judged.reason
  return { colour: exempt.colour, reason: { ...reason, exempted: judged.colour }, severity }
}

const unitOf = (rule: LightRule) => rule.band?.unit ?? 'count'

/** The judgements without a colour are few: each is made once. */
const nothing = new Map<string, Judgement>()

function none(rule: LightRule, code: number): Judgement {
  const why: NoLight | undefined = NO_LIGHTS[-1 - code]
  if (!why) throw new Error(`bands of ${rule.light.id} are not complete`)
  const unit = unitOf(rule)
  const key = `${unit} ${why}`
  const known = nothing.get(key)
  if (known) return known
  const reason: LightReason = Object.freeze({ none: why, unit, value: null })
  const judged: Judgement = { colour: NONE, severity: 0, reason }
  nothing.set(key, judged)
  return judged
}

function asOfIn(rule: LightRule, inputs: readonly Input[]): Day {
  const input = inputNamed(inputs, 'as-of', rule.inputs.length - 1)
  if (typeof input?.value !== 'string') throw new Error('missing input: as-of')
  return input.value
}
