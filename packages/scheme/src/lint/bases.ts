import type { Scheme } from '../language/scheme.ts'
import type { Base, Target } from '../language/target.ts'
import type { Report } from './report.ts'
import { choicesOf, settingOf } from './settings.ts'
import { indicatorsOf, namesOf, type ValueType, valueType } from './values.ts'

type Path = readonly PropertyKey[]
const AS = new Set(['ratio', 'growth', 'points', 'yearly-growth'])
const ENDS = new Set(['floor', 'stretch'])
const CONDITION = new Set(['holds', 'lapsed'])

/** What targets stand against, add up and depend on. */
export function bases(scheme: Scheme, report: Report): void {
  scheme.targets.forEach((target, index) => {
    const path = ['targets', index]
    if (typeof target.indicator === 'object')
      settingOf(scheme, target.indicator.setting, 'choice', [...path, 'indicator'], report)
    if (target.base) base(scheme, target, target.base, [...path, 'base'], report)
    if (target.over === 'plan') over(scheme, target, [...path, 'over'], report)
    if (target.provided) {
      choice(scheme, target.provided, CONDITION, [...path, 'provided'], report)
    }
  })
  parts(scheme, report)
}

function base(scheme: Scheme, target: Target, { as, of }: Base, path: Path, report: Report): void {
  choice(scheme, as, AS, [...path, 'as'], report)
  const [name, ...more] = namesOf(target)
  if (name === undefined || more.length > 0 || target.quarters || target.years) {
    report(path, 'target.base', `${target.id} has not one value`)
    return
  }
  const asked = indicatorsOf(scheme, target).map(indicator => valueType(indicator, name))
  const against = 'target' in of ? asType(scheme, of, path, report) : reportedType(scheme, of, path, report)
  if (against === undefined) return
  if (asked.some(type => type !== undefined && type !== against))
    report(path, 'target.base', `a ${against} is no base of ${target.id}`)
  const how = choicesOf(scheme, as)
  if (how.includes('points') && against !== 'rate')
    report(path, 'target.base', `points are of rates, not of ${against}`)
  if (how.includes('yearly-growth') && ('target' in of || of.year === 'same'))
    report(path, 'target.base', 'growth by the year needs an earlier year')
}

type Of = Base['of']

function reportedType(
  scheme: Scheme,
  of: Extract<Of, { reported: string }>,
  path: Path,
  report: Report,
): ValueType | undefined {
  const indicator = scheme.indicators.find(one => one.id === of.reported)
  if (indicator?.origin !== 'reported') {
    report([...path, 'of'], 'ref.indicator', `there is no reported indicator ${of.reported}`)
    return undefined
  }
  const type = indicator.values[of.value]
  if (!type) report([...path, 'of'], 'target.value-name', `${of.reported} has no value ${of.value}`)
  return type
}

function asType(
  scheme: Scheme,
  of: Extract<Of, { target: string }>,
  path: Path,
  report: Report,
): ValueType | undefined {
  choice(scheme, of.end, ENDS, [...path, 'of'], report)
  const other = scheme.targets.find(one => one.id === of.target)
  if (!other || other.base) {
    report([...path, 'of'], 'ref.target', `${of.target} is no target with values of its own`)
    return undefined
  }
  for (const end of choicesOf(scheme, of.end)) {
    const dated = end === 'floor' ? other.floor : other.stretch
    if (!Object.values(dated ?? {}).some(values => of.value in values))
      report([...path, 'of'], 'target.value-name', `${of.target} has no ${end} of ${of.value}`)
  }
  const [indicator] = indicatorsOf(scheme, other)
  return indicator && valueType(indicator, of.value)
}

/** Years add up where units report amounts or counts; rates do not, and sums over projects are of one year. */
function over(scheme: Scheme, target: Target, path: Path, report: Report): void {
  for (const indicator of indicatorsOf(scheme, target)) {
    const summed =
      indicator.origin === 'reported' && namesOf(target).every(name => valueType(indicator, name) !== 'rate')
    if (!summed || target.base) report(path, 'target.over', `${target.id} cannot be added up over years`)
  }
}

function choice(
  scheme: Scheme,
  part: string | { readonly setting: string },
  allowed: ReadonlySet<string>,
  path: Path,
  report: Report,
): void {
  if (typeof part === 'string') return
  const setting = settingOf(scheme, part.setting, 'choice', path, report)
  if (setting?.type === 'choice' && setting.choices.some(one => !allowed.has(one)))
    report(path, 'target.choice', `${part.setting} may hold something else than ${[...allowed].join(', ')}`)
}

function parts(scheme: Scheme, report: Report): void {
  scheme.targets.forEach(({ partOf }, index) => {
    if (partOf !== undefined && !scheme.targets.some(one => one.id === partOf))
      report(['targets', index, 'partOf'], 'ref.target', `there is no target ${partOf}`)
  })
}
