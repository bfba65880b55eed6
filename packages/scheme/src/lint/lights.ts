import type { Band, Light } from '../language/light.ts'
import type { Scheme } from '../language/scheme.ts'
import { cuts } from './bands.ts'
import { figures } from './quantities.ts'
import type { Report } from './report.ts'
import { rows } from './rows.ts'
import { settingOf } from './settings.ts'
import { streaks } from './streaks.ts'

type Path = readonly PropertyKey[]

export function lights(scheme: Scheme, report: Report): void {
  const shown = new Set<string>()
  scheme.lights.forEach((light, index) => {
    for (const colour of lightColours(scheme, light, ['lights', index], report)) shown.add(colour)
  })
  for (const colour of overall(scheme, report)) shown.add(colour)
  scheme.colours.forEach((colour, index) => {
    if (!shown.has(colour.id))
      report(['colours', index], 'colour.unreachable', `no light ever shows ${colour.id}`)
  })
}

/** Checks one light; gives the colours that it may show. */
function lightColours(scheme: Scheme, light: Light, path: Path, report: Report): string[] {
  if (light.during) settingOf(scheme, light.during.setting, 'season', [...path, 'during'], report)
  if (light.measure) {
    figures(scheme, light, light.measure, [...path, 'measure'], report)
    cuts(scheme, light, light.measure, path, report)
  }
  if (light.rows) rows(scheme, light, light.rows, path, report)
  if (light.of !== undefined) ofUnits(light, path, report)
  const [key, given] = light.rows ? ['rows', light.rows] : ['bands', light.bands]
  const colours = given.flatMap((one, at) => {
    if (one.unstated && !light.reading) {
      report([...path, key, at], 'bands.unstated', 'a band that the plan leaves open has no reading')
    }
    return coloursOf(scheme, one.colour, [...path, key, at, 'colour'], report)
  })
  const shown = [
    ...colours,
    ...streaks(scheme, light, colours, path, report),
    ...exempted(scheme, light, path, report),
  ]
  for (const colour of Object.keys(light.leadsTo)) {
    if (!shown.includes(colour)) {
      report([...path, 'leadsTo', colour], 'leads-to.never', `no band of ${light.id} gives ${colour}`)
    }
  }
  return shown
}

/** Lists, filters, exemptions and heads of projects have no place where a unit is judged. */
function ofUnits(light: Light, path: Path, report: Report): void {
  const away = ['lists', 'where', 'exempt'] as const
  for (const key of away) {
    const value = light[key]
    if (value !== undefined && Object.keys(value).length > 0) {
      report([...path, key], 'light.of', `${light.id} judges no projects: ${key} has no meaning`)
    }
  }
  if (light.of === 'jurisdiction' && light.units) {
    report([...path, 'units'], 'light.of', `${light.id} judges the jurisdiction, not units`)
  }
}

function coloursOf(scheme: Scheme, colour: Band['colour'], at: Path, report: Report): string[] {
  let colours = typeof colour === 'string' ? [colour] : []
  if (typeof colour !== 'string') {
    const setting = settingOf(scheme, colour.setting, 'choice', at, report)
    if (setting?.type === 'choice') colours = setting.choices
  }
  for (const one of colours) needColour(scheme, one, at, report)
  return colours
}

function needColour(scheme: Scheme, id: string, at: Path, report: Report): void {
  if (!scheme.colours.some(one => one.id === id)) report(at, 'ref.colour', `there is no colour ${id}`)
}

function exempted(scheme: Scheme, { exempt }: Light, path: Path, report: Report): string[] {
  if (!exempt || exempt.colour === 'none') return []
  needColour(scheme, exempt.colour, [...path, 'exempt', 'colour'], report)
  return [exempt.colour]
}

/** Colours that only the combination of lights shows. */
function overall({ overall: of, lights: all, ...scheme }: Scheme, report: Report): string[] {
  if (of.by === 'dimension-order') {
    of.dimensions.forEach((dimension, at) => {
      if (!all.some(one => one.of === undefined && one.dimension === dimension)) {
        report(['overall', 'dimensions', at], 'ref.dimension', `no light has the dimension ${dimension}`)
      }
    })
  }
  if (of.by !== 'count') return []
  for (const key of ['of', 'becomes'] as const) {
    if (!scheme.colours.some(one => one.id === of[key])) {
      report(['overall', key], 'ref.colour', `there is no colour ${of[key]}`)
    }
  }
  return [of.becomes]
}
