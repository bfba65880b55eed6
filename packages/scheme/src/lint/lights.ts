import { compareRates, parseRate, type Rate } from '@guatu/kernel'
import type { Band, Light, Limit, Measure, Quantity } from '../language/light.ts'
import type { Scheme } from '../language/scheme.ts'
import type { Setting } from '../language/setting.ts'
import { type FigureType, figureType } from '../language/vocabulary.ts'
import type { Report } from './report.ts'
import { settingOf } from './settings.ts'

type Path = readonly PropertyKey[]

/** What kind of cut each measure is compared with. */
const CUTS = {
  ratio: { type: 'rate', suffix: '%' },
  growth: { type: 'rate', suffix: '%' },
  gap: { type: 'points', suffix: 'pp' },
  'days-late': { type: 'days', suffix: 'd' },
  slip: { type: 'days', suffix: 'd' },
} as const satisfies Record<Measure['kind'], { type: Setting['type']; suffix: string }>

export function lights(scheme: Scheme, report: Report): void {
  const shown = new Set<string>()
  scheme.lights.forEach((light, index) => {
    const path = ['lights', index]
    figures(scheme, light.measure, [...path, 'measure'], report)
    if (light.during) settingOf(scheme, light.during.setting, 'season', [...path, 'during'], report)
    cuts(scheme, light, path, report)
    const colours = light.bands.flatMap((band, at) => coloursOf(scheme, band, [...path, 'bands', at], report))
    for (const colour of colours) shown.add(colour)
    for (const colour of Object.keys(light.leadsTo)) {
      if (!colours.includes(colour)) {
        report([...path, 'leadsTo', colour], 'leads-to.never', `no band of ${light.id} gives ${colour}`)
      }
    }
  })
  scheme.colours.forEach((colour, index) => {
    if (!shown.has(colour.id))
      report(['colours', index], 'colour.unreachable', `no light ever shows ${colour.id}`)
  })
}

/** Cuts ascend, each belongs to one band, the last band is open, and what the plan leaves open is read. */
function cuts(scheme: Scheme, light: Light, path: Path, report: Report): void {
  let before: { rate: Rate; inclusive: boolean } | undefined
  for (const [index, band] of light.bands.entries()) {
    const at = [...path, 'bands', index]
    const last = index === light.bands.length - 1
    const given = [band.below, band.upTo].filter(limit => limit !== undefined)
    if (band.unstated && !light.reading) {
      report(at, 'bands.unstated', 'a band that the plan leaves open has no reading')
    }
    if (given.length > 1) {
      report(at, 'bands.edge', 'the band has two cuts')
      continue
    }
    const [limit] = given
    if ((limit === undefined) !== last) {
      report(at, 'bands.open', last ? 'the last band is cut off' : 'a band before the last has no cut')
      continue
    }
    if (limit === undefined) continue
    const rate = limitRate(scheme, limit, light.measure, at, report)
    if (!rate) continue
    const inclusive = band.upTo !== undefined
    const order = before ? compareRates(before.rate, rate) : -1
    if (before && (order > 0 || (order === 0 && (before.inclusive || !inclusive)))) {
      report(at, 'bands.order', 'the cut is not above the one before it')
    }
    before = { rate, inclusive }
  }
}

function limitRate(
  scheme: Scheme,
  limit: Limit,
  measure: Measure,
  path: Path,
  report: Report,
): Rate | undefined {
  const { type, suffix } = CUTS[measure.kind]
  if (typeof limit !== 'string') {
    const setting = settingOf(scheme, limit.setting, type, path, report)
    return setting ? readLimit(setting.default) : undefined
  }
  if (!limit.endsWith(suffix)) {
    report(path, 'setting.type', `${limit} stands where a cut ends in ${suffix}`)
    return undefined
  }
  return readLimit(limit)
}

/** `65%`, `10pp`, `30d` → a fraction; points are hundredths, days are whole. */
function readLimit(text: string): Rate | undefined {
  if (text.endsWith('d')) return parseRate(text.slice(0, -1))
  return parseRate(text.replace('pp', '%'))
}

function coloursOf(scheme: Scheme, band: Band, path: Path, report: Report): string[] {
  const at = [...path, 'colour']
  let colours = typeof band.colour === 'string' ? [band.colour] : []
  if (typeof band.colour !== 'string') {
    const setting = settingOf(scheme, band.colour.setting, 'choice', at, report)
    if (setting?.type === 'choice') colours = setting.choices
  }
  for (const colour of colours) {
    if (!scheme.colours.some(one => one.id === colour))
      report(at, 'ref.colour', `there is no colour ${colour}`)
  }
  return colours
}

/** Ratios, gaps and growth measure money or whole numbers; lateness and slip measure days. */
function figures(scheme: Scheme, measure: Measure, path: Path, report: Report): void {
  const { kind, ...quantities } = measure
  const days = kind === 'days-late' || kind === 'slip'
  for (const [name, quantity] of Object.entries(quantities)) {
    const type = quantityType(scheme, quantity)
    if (type === undefined) report([...path, name], 'ref.figure', `there is no figure ${nameOf(quantity)}`)
    else if (days ? type !== 'day' : type !== 'money' && type !== 'integer') {
      report([...path, name], 'figure.type', `${nameOf(quantity)} is a ${type}`)
    }
  }
}

const nameOf = (quantity: Quantity) =>
  typeof quantity === 'string' ? quantity : 'first' in quantity ? quantity.first : quantity.dayOfYear

function quantityType(scheme: Scheme, quantity: Quantity): FigureType | undefined {
  if (typeof quantity === 'object' && 'dayOfYear' in quantity) return 'day'
  return figureType(nameOf(quantity), scheme.fields)
}
