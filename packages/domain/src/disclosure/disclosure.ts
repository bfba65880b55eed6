import { compareText, type Day, isDay, type Rate } from '@guatu/kernel'
import type { Disclosure } from '@guatu/scheme'
import { figureOf, type Given, type Member, membersOf } from '../record/index.ts'
import { amountOf, termEnd } from '../term/index.ts'

type Piece = Disclosure['pieces'][number]

export type PieceState =
  /** Out in time. */
  | 'published'
  /** Out, but after its last day. */
  | 'late'
  /** Should be out and is not. */
  | 'missing'
  /** What it follows has not happened, or its time still runs. */
  | 'not-due'

export interface PieceAnswer {
  readonly piece: string
  readonly state: PieceState
  readonly on: Day | null
  /** Last day in time; null before the event, and where the piece is asked for at all times. */
  readonly due: Day | null
  readonly provisional: boolean
}

export interface DisclosureAnswer {
  readonly item: string
  readonly projects: readonly {
    readonly project: string
    readonly pieces: readonly PieceAnswer[]
    readonly missing: readonly string[]
  }[]
  /** Projects whose figure nobody gave, so that nobody knows whether the rule takes them. */
  readonly unknown: readonly string[]
  /** Pieces that are out, of those that are out or should be; null where none should be yet. */
  readonly rate: Rate | null
  readonly late: number
  readonly state: 'met' | 'short' | 'open' | 'nobody'
}

/** What is public of each project that the rule takes. */
export function disclosureAnswer(rule: Disclosure, given: Given): DisclosureAnswer {
  const members = membersOf(given, rule.lists, rule.where)
  const taken = members.filter(member => takes(rule, member, given) === true)
  const projects = taken.map(member => {
    const pieces = rule.pieces.map(piece => pieceAnswer(piece, member, given))
    const missing = pieces.filter(one => one.state === 'missing').map(one => one.piece)
    return { project: member.state.project.id, pieces, missing }
  })
  const pieces = projects.flatMap(one => one.pieces)
  const count = (...states: PieceState[]) => pieces.filter(one => states.includes(one.state)).length
  const [out, asked] = [count('published', 'late'), count('published', 'late', 'missing')]
  return {
    item: rule.id,
    projects,
    unknown: members
      .filter(member => takes(rule, member, given) === undefined)
      .map(one => one.state.project.id),
    rate: asked === 0 ? null : { n: out, d: asked },
    late: count('late'),
    state: taken.length === 0 ? 'nobody' : asked === 0 ? 'open' : out === asked ? 'met' : 'short',
  }
}

/** Undefined where the figure that decides is not known. */
function takes({ from }: Disclosure, member: Member, given: Given): boolean | undefined {
  if (!from) return true
  const value = figureOf(from.figure, member, given)
  return typeof value === 'number' ? value >= amountOf(from.atLeast) : undefined
}

function pieceAnswer(piece: Piece, member: Member, given: Given): PieceAnswer {
  const { asOf, records, calendar } = given
  const { id: project } = member.state.project
  const on = first(
    records.published.filter(one => one.project === project && one.piece === piece.id).map(one => one.on),
    asOf,
  )
  const after = piece.after === undefined ? undefined : eventOf(piece.after.id, member, given)
  const base = { piece: piece.id, on: on ?? null }
  const waits = piece.after !== undefined && after === undefined
  if (after === undefined) {
    const state = on !== undefined ? 'published' : waits ? 'not-due' : 'missing'
    return { ...base, state, due: null, provisional: false }
  }
  const { due, provisional } = termEnd(after, piece.within ?? { days: 0 }, calendar)
  const state = on === undefined ? (asOf > due ? 'missing' : 'not-due') : on > due ? 'late' : 'published'
  return { ...base, state, due, provisional }
}

/** The day on which it was first recorded; else a day among the project's own figures. */
function eventOf(event: string, member: Member, given: Given): Day | undefined {
  const { asOf, records } = given
  const recorded = first(
    records.events
      .filter(one => one.project === member.state.project.id && one.event === event)
      .map(one => one.on),
    asOf,
  )
  if (recorded !== undefined) return recorded
  const figure = figureOf(event, member, given)
  return typeof figure === 'string' && isDay(figure) && figure <= asOf ? figure : undefined
}

const first = (days: readonly Day[], asOf: Day): Day | undefined =>
  days.filter(one => one <= asOf).sort(compareText)[0]
