import { compareRates, parseMoney, parseRate, type Rate } from '@guatu/kernel'
import type { Indicator } from '../language/indicator.ts'
import type { Scheme } from '../language/scheme.ts'
import type { Target } from '../language/target.ts'
import type { Report } from './report.ts'
import { settingOf } from './settings.ts'

type Path = readonly PropertyKey[]
export type ValueType = 'money' | 'rate' | 'count'

/** What a target's value of that name is; undefined where the indicator has no such value. */
function valueType(indicator: Indicator, name: string): ValueType | undefined {
  if (indicator.origin === 'reported') return indicator.values[name]
  if (name !== 'value') return undefined
  if (indicator.shape === 'ratio') return 'rate'
  return 'count' in indicator.of ? 'count' : 'money'
}

/** A target's value as written → an exact number; undefined where it is not of the type. */
function readValue(text: string, type: ValueType): Rate | undefined {
  if (type === 'rate') return text.endsWith('%') ? parseRate(text) : undefined
  if (type === 'count') return /^\d{1,9}个?$/.test(text) ? { n: Number.parseInt(text, 10), d: 1 } : undefined
  const money = parseMoney(text.replace('$', '元'), '元')
  return money.ok && /[元$]$/.test(text) ? { n: money.value, d: 1 } : undefined
}

export function targets(scheme: Scheme, report: Report): void {
  scheme.targets.forEach((target, index) => {
    const path = ['targets', index]
    const indicator = scheme.indicators.find(one => one.id === target.indicator)
    if (!target.floor && !target.stretch && !target.quarters) {
      report(path, 'target.empty', `${target.id} asks for nothing`)
    }
    if (target.due === 'construction-season-end') {
      const at = [...path, 'due']
      if (!scheme.settings['construction-season'])
        report(at, 'target.season', 'no construction season is set')
      else settingOf(scheme, 'construction-season', 'season', at, report)
    }
    if (dueBeforeIssue(scheme, target) && !target.reading) {
      report([...path, 'due'], 'target.past', `${target.id} was due before the plan was issued`)
    }
    if (!indicator) return
    values(target, indicator, path, report)
    quarterSum(target, indicator, path, report)
  })
}

function dueBeforeIssue(scheme: Scheme, target: Target): boolean {
  const { issued } = scheme.source
  return issued !== undefined && /^\d{2}-\d{2}$/.test(target.due) && target.due < issued.slice(5)
}

function values(target: Target, indicator: Indicator, path: Path, report: Report): void {
  for (const end of ['floor', 'stretch'] as const) {
    for (const [from, named] of Object.entries(target[end] ?? {})) {
      for (const [name, text] of Object.entries(named)) {
        const at = [...path, end, from, name]
        const type = valueType(indicator, name)
        if (!type) report(at, 'target.value-name', `${indicator.id} has no value ${name}`)
        else if (!readValue(text, type)) report(at, 'target.value', `${text} is no ${type}`)
      }
    }
  }
  for (const [from, named] of Object.entries(target.stretch ?? {})) {
    for (const [name, text] of Object.entries(named)) {
      const type = valueType(indicator, name)
      const floor = target.floor?.[from]?.[name]
      const low = type && floor !== undefined ? readValue(floor, type) : undefined
      const high = type && readValue(text, type)
      if (low && high && compareRates(low, high) > 0) {
        report(
          [...path, 'stretch', from, name],
          'target.order',
          `the floor ${floor} exceeds the stretch ${text}`,
        )
      }
    }
  }
}

/** Amounts of the quarters sum to the year where the target states one. */
function quarterSum(target: Target, indicator: Indicator, path: Path, report: Report): void {
  for (const [from, texts] of Object.entries(target.quarters ?? {})) {
    const type = valueType(indicator, 'value')
    if (!type) {
      report([...path, 'quarters'], 'target.value-name', `${indicator.id} has no quarters`)
      continue
    }
    const read = texts.map(text => readValue(text, type))
    read.forEach((value, index) => {
      if (!value) report([...path, 'quarters', from, index], 'target.value', `${texts[index]} is no ${type}`)
    })
    const year = target.floor?.[from]?.value
    if (type === 'rate' || year === undefined) continue
    const sum = read.reduce((total, value) => total + (value?.n ?? 0), 0)
    if (readValue(year, type)?.n !== sum) {
      report([...path, 'quarters', from], 'target.quarters-sum', `the quarters do not sum to ${year}`)
    }
  }
}
