import { compareText } from '@guatu/kernel'
import { dueWithin } from '../cadence/index.ts'
import { indicatorValues, targetValues } from '../evaluate/index.ts'
import { STAGES } from '../facts/index.ts'
import type { StandingView } from '../standing/index.ts'
import { yearCurve } from './curve.ts'
import { lateOf } from './late.ts'
import { boardCell, listsShown, matrixOf } from './matrix.ts'
import { boardParagraph, NAMED, worstColour } from './paragraph.ts'
import { tilesOf, tilesOfPart } from './tiles.ts'
import { type Todo, todoOf } from './todo.ts'

const DUE_SOON_DAYS = 7
const TODO_SHOWN = 30

export interface BoardInput {
  readonly view: StandingView
  /** The reader sees a part of the jurisdiction's projects only. */
  readonly part?: boolean
}

export type Board = ReturnType<typeof boardView>

/** What the war room shows, whole: shaped as `contract/board` answers it. Looks at sums and at the rows it shows. */
export function boardView({ view, part = false }: BoardInput) {
  const { scheme, asOf } = view.program
  const total = boardCell(view, 'jurisdiction', '*')
  const figures = {
    indicators: indicatorValues(view.program, view.total, view.reported, ['jurisdiction']),
    targets: targetValues(view.program, view.total, view.reported),
  }
  return {
    tiles: part ? tilesOfPart(scheme, figures) : tilesOf(scheme, figures),
    curve: yearCurve(view),
    lists: listsShown(scheme).map(list => boardCell(view, `list:${list}`, list)),
    matrix: matrixOf(view),
    total,
    todo: view.asking.slice(0, TODO_SHOWN).map(row => todoOf(view, row)),
    todoTotal: view.asking.length,
    late: lateOf(view),
    upcoming: upcoming(view),
    stages: STAGES.map(stage => {
      const { projects = 0, totalInvest = 0, before = 0 } = view.tally.stages.get(stage) ?? {}
      return { stage, projects, totalInvest, before }
    }),
    paragraph: boardParagraph(scheme, asOf, total, worstNamed(view)),
  }
}

function upcoming({ program: { scheme, asOf }, basis: { calendar } }: StandingView) {
  return scheme.cadences
    .flatMap(cadence =>
      dueWithin(cadence, asOf, DUE_SOON_DAYS, calendar).map(cycle => ({
        ...cycle,
        name: cadence.name,
        nameEn: cadence.nameEn,
      })),
    )
    .sort((a, b) => compareText(a.due, b.due))
}

/** The first projects whose light has the worst colour: all that have its severity stand first. */
function worstNamed(view: StandingView): Todo[] {
  const worst = worstColour(view.program.scheme)
  const named: Todo[] = []
  for (const row of view.asking) {
    if (!worst || row.asks < worst.severity || named.length === NAMED) break
    const one = todoOf(view, row)
    if (one.light.colour === worst.id) named.push(one)
  }
  return named
}
