import { yearOf } from '@guatu/kernel'
import type { Indicator } from '../language/indicator.ts'
import type { Scheme } from '../language/scheme.ts'
import type { Target } from '../language/target.ts'
import type { Report } from './report.ts'
import { settingOf } from './settings.ts'
import { indicatorsOf, readValue, type ValueType, valueType } from './values.ts'

type Path = readonly PropertyKey[]

export function targets(scheme: Scheme, report: Report): void {
  scheme.targets.forEach((target, index) => {
    const path = ['targets', index]
    if (!target.floor && !target.stretch && !target.quarters && !target.years) {
      report(path, 'target.empty', `${target.id} asks for nothing`)
    }
    if (target.due === 'construction-season-end') {
      const at = [...path, 'due']
      if (!scheme.settings['construction-season'])
        report(at, 'target.season', 'no construction season is set')
      else settingOf(scheme, 'construction-season', 'season', at, report)
    }
    for (const indicator of indicatorsOf(scheme, target)) {
      values(target, indicator, path, report)
      quarters(target, indicator, path, report)
      years(target, indicator, scheme, path, report)
    }
  })
}

/** What a value is written as: a rate of its base where it has one. */
const writtenAs = (target: Target, type: ValueType | undefined): ValueType | undefined =>
  type && target.base ? 'rate' : type

function values(target: Target, indicator: Indicator, path: Path, report: Report): void {
  for (const end of ['floor', 'stretch'] as const) {
    for (const [from, named] of Object.entries(target[end] ?? {})) {
      for (const [name, text] of Object.entries(named)) {
        const at = [...path, end, from, name]
        const type = writtenAs(target, valueType(indicator, name))
        if (!type) report(at, 'target.value-name', `${indicator.id} has no value ${name}`)
        else if (!readValue(text, type)) report(at, 'target.value', `${text} is no ${type}`)
      }
    }
  }
}

/** Each quarter has a value of the indicator's own kind. */
function quarters(target: Target, indicator: Indicator, path: Path, report: Report): void {
  for (const [from, texts] of Object.entries(target.quarters ?? {})) {
    const type = valueType(indicator, 'value')
    if (!type) {
      report([...path, 'quarters'], 'target.value-name', `${indicator.id} has no quarters`)
      continue
    }
    texts.forEach((text, index) => {
      if (!readValue(text, type))
        report([...path, 'quarters', from, index], 'target.value', `${text} is no ${type}`)
    })
  }
}

/** Each year lies inside the plan and has a value of the indicator's own kind. */
function years(target: Target, indicator: Indicator, { inForce }: Scheme, path: Path, report: Report): void {
  for (const [from, named] of Object.entries(target.years ?? {})) {
    const type = valueType(indicator, 'value')
    if (!type) {
      report([...path, 'years'], 'target.value-name', `${indicator.id} has no years`)
      continue
    }
    for (const [year, text] of Object.entries(named)) {
      const at = [...path, 'years', from, year]
      if (!readValue(text, type)) report(at, 'target.value', `${text} is no ${type}`)
      if (Number(year) < yearOf(inForce.from) || Number(year) > yearOf(inForce.to))
        report(at, 'target.years', `${year} is no year of the plan`)
    }
  }
}
