import type { ActionLadder, PublicBoard, Score } from '@guatu/scheme'
import { ladderAnswer } from '../../action/index.ts'
import type { FunnelAnswer } from '../../funnel/index.ts'
import type { Given } from '../../record/index.ts'
import { boardAnswer, type ScoreAnswer, scoreAnswers } from '../../score/index.ts'
import type { Answer } from '../answer.ts'

/** `about` names the subject of the matter; the first one where there is only that. */
export function ladderView(ladder: ActionLadder, given: Given, about: string | undefined): Answer {
  const matter = given.records.matters.find(one => about === undefined || one.subject === about)
  const answer = matter && ladderAnswer(ladder, matter, given)
  const last = answer?.rungs.at(-1)
  return { ...answer, answer: last?.answer, answerDue: last?.answerDue }
}

/**
 * `about` names a stage, a rate, a goal by its stage (`goal:stored`, `goal:stored/chain-a`) or, where a stage has
 * several, by its place (`goals/2`); of none, what stalls.
 */
export function funnelView(answer: FunnelAnswer, about: string | undefined): Answer {
  if (about?.startsWith('goal:')) {
    const [stage, group] = about.slice('goal:'.length).split('/')
    return { ...answer.goals.find(one => one.stage === stage && one.group === group) }
  }
  if (about?.startsWith('goals/')) return { ...answer.goals[Number(about.slice('goals/'.length)) - 1] }
  const rate = answer.rates.find(one => one.id === about)
  if (rate) return { ...rate }
  if (about === undefined) return { stalled: answer.stalled.map(one => one.subject) }
  return { ...answer.stages.find(one => one.id === about) }
}

/** `about` names a subject, or one part of it: `bureau-a/progress`. */
export function scoreView(score: Score, given: Given, about: string | undefined): Answer {
  const [subject, part] = about?.split('/') ?? []
  const answer = answersOf(score, given).find(one => subject === undefined || one.subject === subject)
  if (part === undefined) return { ...answer }
  return { ...(answer?.parts.find(one => one.id === part) ?? answer?.groups.find(one => one.id === part)) }
}

const periodsOf = ({ records }: Given) => [...new Set(records.scored.map(one => one.period))].sort()

const answersOf = (score: Score, given: Given): ScoreAnswer[] =>
  periodsOf(given).flatMap(period => scoreAnswers(score, period, given))

/** `about` names a subject; of none, those on each place. */
export function boardView(board: PublicBoard, given: Given, about: string | undefined): Answer {
  const period = periodsOf(given).at(-1)
  const rows = period === undefined ? [] : boardAnswer(board, period, given).rows
  if (about !== undefined) return { ...rows.find(one => one.subject === about) }
  return Object.fromEntries(
    board.places.map(({ id }) => [id, rows.filter(one => one.place === id).map(one => one.subject)]),
  )
}
