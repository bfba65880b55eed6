import { type CaseOf, type Scheme, type SchemeCase, triedBy } from '@guatu/scheme'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import { type Evaluation, evaluate } from '../evaluate/index.ts'
import { given } from '../record/index.ts'
import { agree } from './agree.ts'
import type { Answer } from './answer.ts'
import { caseFacts, caseRecords } from './facts.ts'
import { itemAnswer } from './item.ts'

export interface CaseResult {
  readonly name: string
  /** Parts that the case names, as it expects them and as they came. */
  readonly expected: Answer
  readonly answered: Answer
  readonly holds: boolean
}

/** Runs one worked case of a plan. */
export function runCase(scheme: Scheme, one: SchemeCase): CaseResult {
  const answer = answerTo(scheme, one) ?? {}
  // A light's answer is whole: a colour with which no action is expected raises none.
  const expected: Answer = 'light' in one ? { none: undefined, action: undefined, ...one.expect } : one.expect
  const answered = Object.fromEntries(Object.keys(expected).map(name => [name, answer[name]]))
  const holds = Object.entries(expected).every(([name, value]) => agree(value, answered[name]))
  return { name: one.name, expected, answered, holds }
}

type FigureCase = CaseOf<'light' | 'overall' | 'target' | 'indicator'>

function answerTo(scheme: Scheme, one: SchemeCase): Answer | undefined {
  const facts = caseFacts(scheme, one)
  if (isFigureCase(one)) return figureAnswer(one, evaluate(scheme, facts, one.asOf))
  return itemAnswer(scheme, one, given(scheme, facts, caseRecords(one), one.asOf, PUBLISHED_CALENDAR))
}

const FIGURES: ReadonlySet<string> = new Set(['light', 'overall', 'target', 'indicator'])
const isFigureCase = (one: SchemeCase): one is FigureCase => FIGURES.has(triedBy(one).kind)

function figureAnswer(one: FigureCase, evaluation: Evaluation): Answer {
  const { targets, indicators, overall } = evaluation
  if ('light' in one) return lightAnswer(one, evaluation)
  if ('overall' in one) return { colour: overall.find(item => item.list === one.overall)?.colour }
  if ('target' in one) {
    const target = targets.find(item => item.id === one.target)
    return { state: target?.state, due: target?.due }
  }
  const scope = one.list === undefined ? 'jurisdiction' : `list:${one.list}`
  const found = indicators.find(item => item.id === one.indicator && item.scope === scope)
  return { numerator: found?.numerator, denominator: found?.denominator, value: found?.value }
}

function lightAnswer({ light: rule, unit }: CaseOf<'light'>, evaluation: Evaluation): Answer {
  const { lights, actions, unitLights = [], unitActions = [] } = evaluation
  const of = unit === 'jurisdiction' ? null : unit
  const mine = (item: { readonly rule: string; readonly unit?: string | null }) =>
    item.rule === rule && (unit === undefined || item.unit === of)
  const light = unit === undefined ? lights.find(mine) : unitLights.find(mine)
  const action = unit === undefined ? actions.find(mine) : unitActions.find(mine)
  return {
    colour: light?.colour,
    none: light?.reason.none,
    action: action?.action,
    by: action?.by?.name,
    streak: light?.reason.streak?.periods.map(({ period }) => period).reverse() ?? [],
  }
}
