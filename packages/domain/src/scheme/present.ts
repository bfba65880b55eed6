import { addDays } from '@guatu/kernel'
import type { Cadence, PlacedItem, Scheme } from '@guatu/scheme'
import { type Tile, tilesOf, tilesOfPart } from '../board/tiles.ts'
import { type Cycle, dueWithin } from '../cadence/index.ts'
import { indicatorValues, targetValues } from '../evaluate/index.ts'
import type { StandingView } from '../standing/index.ts'
import type { ColourCounts } from './effects.ts'
import { type ListStanding, listStanding } from './lists.ts'

/** How an item of the plan stands; undefined where nothing is known of it yet. Shaped as `contract/scheme` answers it. */
export type Present =
  | { readonly is: 'figure'; readonly tile: Tile }
  | { readonly is: 'lights'; readonly colours: ColourCounts }
  | ({ readonly is: 'list' } & ListStanding)
  | {
      readonly is: 'cadence'
      readonly next: Pick<Cycle, 'period' | 'due' | 'provisional'> | null
      readonly expected: number
      readonly missing: number
    }

/** The next turn of the slowest rhythm, a yearly one, is not farther away than this. */
const FARTHEST_DAYS = 400

/** Looks at the view once; then each item says how it stands. */
export function presentOf(view: StandingView, part: boolean): (item: PlacedItem) => Present | undefined {
  const { scheme } = view.program
  const figures = figuresOf(view, part)
  const lights = lightCounts(view)
  return ({ key, index, item }) => {
    switch (key) {
      case 'targets':
      case 'indicators': {
        const tile = figures.get(item.id)
        return tile && { is: 'figure', tile }
      }
      case 'lights': {
        const colours = lights.get(item.id)
        return colours && { is: 'lights', colours }
      }
      case 'lists': {
        const list = scheme.lists[index]
        return list && { is: 'list', ...listStanding(view, list) }
      }
      case 'cadences': {
        const cadence = scheme.cadences[index]
        return cadence && { is: 'cadence', ...cadenceStanding(view, cadence) }
      }
      default:
        return undefined
    }
  }
}

/** A tile for each target in force and each indicator, whether the war room shows it or not. */
function figuresOf(view: StandingView, part: boolean): ReadonlyMap<string, Tile> {
  const { program, total, reported } = view
  const figures = {
    indicators: indicatorValues(program, total, reported, ['jurisdiction']),
    targets: targetValues(program, total, reported),
  }
  const tiles = [...program.scheme.targets, ...program.scheme.indicators].map(one => one.id)
  const whole: Scheme = { ...program.scheme, board: { ...program.scheme.board, tiles } }
  const shown = part ? tilesOfPart(whole, figures) : tilesOf(whole, figures)
  return new Map(shown.map(tile => [tile.target, tile]))
}

function lightCounts(view: StandingView): ReadonlyMap<string, ColourCounts> {
  const counts = new Map<string, ColourCounts>()
  for (const { line } of view.rows()) {
    for (const { rule, colour } of line.lights) {
      const colours = counts.get(rule) ?? {}
      colours[colour] = (colours[colour] ?? 0) + 1
      counts.set(rule, colours)
    }
  }
  return counts
}

function cadenceStanding({ program, basis, tally }: StandingView, cadence: Cadence) {
  // From the day before, so that what is due on the day itself is the next.
  const [next] = dueWithin(cadence, addDays(program.asOf, -1), FARTHEST_DAYS, basis.calendar)
  const mine = [...tally.returns.values()].filter(({ cycle }) => basis.cycles[cycle]?.cadence === cadence.id)
  const sum = (of: 'expected' | 'missing') => mine.reduce((all, one) => all + one[of], 0)
  return {
    next: next ? { period: next.period, due: next.due, provisional: next.provisional } : null,
    expected: sum('expected'),
    missing: sum('missing'),
  }
}
