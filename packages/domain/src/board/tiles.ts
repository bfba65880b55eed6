import { type Day, must, type Rate } from '@guatu/kernel'
import type { Indicator, Scheme } from '@guatu/scheme'
import type { Evaluation, IndicatorValue, TargetPart, TargetState, TargetValue } from '../evaluate/index.ts'

/** What tiles show: the whole figures has it, and so have sums alone. */
type Figures = Pick<Evaluation, 'indicators' | 'targets'>

/** Shaped as `contract/board` answers it. */
export interface Tile extends Omit<TargetValue, 'id' | 'due' | 'state' | 'parts'> {
  /** Id of the target, or of the indicator that stands without one. */
  readonly target: string
  readonly name: string
  readonly nameEn: string
  /** Null: the plan sets no target. */
  readonly due: Day | null
  readonly state: TileState
  readonly parts: readonly TilePart[]
}
export interface TilePart extends Omit<TargetPart, 'state'> {
  readonly state: TileState
}
type TileState = TargetState | 'no-target'

/** The scheme's tiles in its order: targets that are in force where they stand, and indicators for which the plan sets no target. */
export function tilesOf(scheme: Scheme, figures: Figures): Tile[] {
  return scheme.board.tiles.flatMap(id => {
    const target = scheme.targets.find(one => one.id === id)
    if (!target) return indicatorTile(scheme, figures, id)
    const found = figures.targets.find(one => one.id === id)
    if (!found) return []
    const { id: _, ...value } = found
    return { target: id, name: target.name, nameEn: target.nameEn, ...value }
  })
}

/**
 * Tiles for a reader who sees a part of the jurisdiction. A target is set for the whole: sums of a part are shown
 * without it, rates keep it, and what one unit reports for the whole is no figure of the part.
 */
export function tilesOfPart(scheme: Scheme, figures: Figures): Tile[] {
  return tilesOf(scheme, figures).flatMap(tile => {
    const indicator = scheme.indicators.find(one => one.id === tile.indicator)
    if (indicator?.origin !== 'from-projects') return []
    return indicator.shape === 'ratio' ? tile : untargeted(tile)
  })
}

const untargeted = (tile: Tile): Tile => ({
  ...tile,
  due: null,
  state: 'no-target',
  overdue: false,
  parts: tile.parts.map(part => ({ ...part, floor: null, stretch: null, toDate: null, state: 'no-target' })),
})

function indicatorTile(scheme: Scheme, figures: Figures, id: string): Tile {
  const indicator = must(
    scheme.indicators.find(one => one.id === id),
    `indicator ${id}`,
  )
  const parts = valuesOf(indicator, figures).map(([name, value]): TilePart => {
    const actual = rateOf(value)
    const state: TileState = actual ? 'no-target' : 'unreported'
    return { name, unit: value.unit, actual, floor: null, stretch: null, toDate: null, state }
  })
  const state: TileState = parts.some(part => part.state === 'unreported') ? 'unreported' : 'no-target'
  return {
    target: id,
    name: indicator.name,
    nameEn: indicator.nameEn,
    indicator: id,
    scope: 'jurisdiction',
    clause: indicator.clause,
    caliber: indicator.caliber,
    due: null,
    state,
    overdue: false,
    parts,
  }
}

function valuesOf(indicator: Indicator, { indicators }: Figures): [string, IndicatorValue][] {
  const names = indicator.origin === 'reported' ? Object.keys(indicator.values) : ['value']
  return names.map(name => {
    const id = indicator.origin === 'reported' ? `${indicator.id}.${name}` : indicator.id
    const found = indicators.find(
      one => one.id === id && (indicator.origin === 'reported' || one.scope === 'jurisdiction'),
    )
    return [name, must(found, `value of ${id}`)]
  })
}

const rateOf = ({ numerator, denominator }: IndicatorValue): Rate | null =>
  numerator === null || denominator === 0 ? null : { n: numerator, d: denominator ?? 1 }
