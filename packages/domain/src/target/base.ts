import { type Day, parseRate, type Rate } from '@guatu/kernel'
import { type Base, type Scheme, valueAt } from '@guatu/scheme'
import type { Program } from '../evaluate/program.ts'
import type { TargetPart } from '../evaluate/result.ts'
import type { ReportedFact } from '../facts/index.ts'
import { reportedOfYear, reportedRate } from '../indicator/index.ts'
import type { SettingValues } from '../light/index.ts'
import { planYear } from './due.ts'
import { parseValue } from './parse.ts'

/** What the plan says itself, or what the bureau chose where the plan leaves it open. */
export const chosen = (part: string | { readonly setting: string }, settings: SettingValues): string =>
  typeof part === 'string' ? part : (settings[part.setting] ?? part.setting)

/** The figure that a target stands against, and how many years it lies back; null where nobody reported it. */
interface Footing {
  readonly as: string
  readonly base: Rate | null
  readonly years: number
}

export function footing(
  { as, of }: Base,
  program: Program,
  reported: readonly ReportedFact[],
  unit: TargetPart['unit'],
): Footing {
  const how = chosen(as, program.settings)
  if ('target' in of) {
    const text = askedOf(of, program.scheme, program.settings, program.asOf)
    return { as: how, base: text === undefined ? null : parseValue(text, unit), years: 0 }
  }
  const now = planYear(program.scheme, program.asOf)
  const year = of.year === 'same' ? now : of.year === 'last' ? now - 1 : of.year
  const fact = reportedOfYear(of.reported, reported, year, program.asOf)
  return { as: how, base: reportedRate(fact, of.value), years: now - year }
}

function askedOf(
  { target, value, end }: Extract<Base['of'], { target: string }>,
  scheme: Scheme,
  settings: SettingValues,
  asOf: Day,
): string | undefined {
  const other = scheme.targets.find(one => one.id === target)
  const dated = chosen(end, settings) === 'stretch' ? other?.stretch : other?.floor
  return dated && valueAt(dated, asOf)?.[value]
}

/**
 * The least figure that meets `text` against the base, exactly. Amounts and counts are whole: the threshold is rounded
 * up to the next whole one, or down where only more than it counts, so that comparing with it gives the same answer.
 */
export function threshold(
  text: string,
  { as, base, years }: Footing,
  unit: TargetPart['unit'],
  exceeds: boolean,
): Rate | null {
  const rate = parseRate(text)
  if (!rate) throw new Error(`not a rate: ${text}`)
  if (!base) return null
  const [n, d] = [BigInt(rate.n), BigInt(rate.d)]
  const [bn, bd] = [BigInt(base.n), BigInt(base.d)]
  if (as === 'points') return exact(bn * d + n * bd, bd * d)
  const power = BigInt(Math.max(0, years))
  const factor =
    as === 'ratio' ? [n, d] : as === 'yearly-growth' ? [(d + n) ** power, d ** power] : [d + n, d]
  const [fn = 1n, fd = 1n] = factor
  return unit === 'percent' ? exact(bn * fn, bd * fd) : whole(bn * fn, bd * fd, exceeds)
}

function whole(n: bigint, d: bigint, down: boolean): Rate {
  const low = n / d - (n < 0n && n % d !== 0n ? 1n : 0n)
  const value = Number(down || low * d === n ? low : low + 1n)
  if (!Number.isSafeInteger(value)) throw new RangeError('threshold out of exact range')
  return { n: value, d: 1 }
}

function exact(n: bigint, d: bigint): Rate {
  let [a, b] = [n < 0n ? -n : n, d]
  while (b) [a, b] = [b, a % b]
  const rate = { n: Number(n / (a || 1n)), d: Number(d / (a || 1n)) }
  if (!Number.isSafeInteger(rate.n) || !Number.isSafeInteger(rate.d))
    throw new RangeError('threshold out of exact range')
  return rate
}
