import {
  canonicalJson,
  compareText,
  type Day,
  type Period,
  periodKind,
  periodOf,
  periodSpan,
  type WorkingCalendar,
} from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { type LadderAnswer, ladderAnswer } from '../action/index.ts'
import { type DisclosureAnswer, disclosureAnswer } from '../disclosure/index.ts'
import { type DutyAnswer, dutyAnswer } from '../duty/index.ts'
import type { Facts } from '../facts/index.ts'
import { type FundAnswer, fundAnswer } from '../fund/index.ts'
import { type FunnelAnswer, funnelAnswer } from '../funnel/index.ts'
import { type ProcedureAnswer, procedureAnswer } from '../procedure/index.ts'
import { type BoardAnswer, boardAnswer, type ScoreAnswer, scoreAnswers } from '../score/index.ts'
import { type TaskAnswer, taskAnswer } from '../task/index.ts'
import { type Given, given } from './given.ts'
import type { Records } from './records.ts'

/** An item of the plan with its clause and what it answers. */
export type Answered<T> = T & { readonly id: string; readonly clause?: string }

/** What the items of a plan that go by records answer; a kind of which the plan has none is absent. */
export interface ItemAnswers {
  readonly duties?: readonly Answered<DutyAnswer>[]
  readonly tasks?: readonly Answered<TaskAnswer>[]
  readonly documents?: readonly Answered<TaskAnswer>[]
  readonly procedures?: readonly Answered<ProcedureAnswer>[]
  readonly funnels?: readonly Answered<FunnelAnswer>[]
  readonly funds?: readonly Answered<FundAnswer>[]
  readonly disclosures?: readonly Answered<DisclosureAnswer>[]
  readonly ladders?: readonly Answered<{ readonly matters: readonly LadderAnswer[] }>[]
  readonly scores?: readonly Answered<{ readonly subjects: readonly ScoreAnswer[] }>[]
  readonly boards?: readonly Answered<{ readonly periods: readonly BoardAnswer[] }>[]
}

/** All of them on the as-of date; the same for the same facts and records, whatever their order. */
export function evaluateItems(
  scheme: Scheme,
  facts: Facts,
  records: Records,
  asOf: Day,
  calendar: WorkingCalendar,
): ItemAnswers {
  const projects = [...facts.projects].sort((a, b) => compareText(a.id, b.id))
  const all = given(scheme, { ...facts, projects }, inOrder(records), asOf, calendar)
  return {
    ...answers('duties', scheme.duties, one => dutyAnswer(one, under('clocks', 'duty', one.id, all))),
    ...answers('tasks', scheme.tasks, one => taskAnswer(one, all)),
    ...answers('documents', scheme.documents, one => taskAnswer(one, all)),
    ...answers('procedures', scheme.procedures, one => procedureAnswer(one, all)),
    ...answers('funnels', scheme.funnels, one => funnelAnswer(one, under('deals', 'funnel', one.id, all))),
    ...answers('funds', scheme.funds, one => fundAnswer(one, all)),
    ...answers('disclosures', scheme.disclosures, one => disclosureAnswer(one, all)),
    ...answers('ladders', scheme.actions, one => {
      const own = under('matters', 'ladder', one.id, all)
      return { matters: own.records.matters.flatMap(matter => ladderAnswer(one, matter, own) ?? []) }
    }),
    ...answers('scores', scheme.scores, one => ({
      subjects: scoredPeriods(one.per, all).flatMap(period => scoreAnswers(one, period, all)),
    })),
    ...answers('boards', scheme.boards, one => ({
      periods: [...new Set([...scoredPeriods(one.per, all), periodOf(one.per, asOf)])]
        .map(period => boardAnswer(one, period, all))
        .filter(({ rows }) => rows.length > 0),
    })),
  }
}

interface AnItem {
  readonly id: string
  readonly clause?: string
}

function answers<K extends string, I extends AnItem, A extends object>(
  key: K,
  items: readonly I[],
  answer: (item: I) => A,
): { readonly [key in K]?: (A & AnItem)[] } {
  if (items.length === 0) return {}
  const all = items.map(item => ({
    ...answer(item),
    id: item.id,
    ...(item.clause === undefined ? {} : { clause: item.clause }),
  }))
  return { [key]: all } as { readonly [key in K]?: (A & AnItem)[] }
}

/** Only those records that are the item's own, or nobody's in particular. */
function under<K extends 'clocks' | 'deals' | 'matters'>(
  kind: K,
  by: 'duty' | 'funnel' | 'ladder',
  id: string,
  all: Given,
): Given {
  const own = (all.records[kind] as readonly { readonly [name in typeof by]?: string }[]).filter(
    one => (one[by] ?? id) === id,
  )
  return { ...all, records: { ...all.records, [kind]: own } }
}

/** Periods of that length for which something is recorded, up to the one that runs. */
function scoredPeriods(per: string, { records, asOf }: Given): Period[] {
  const told = records.scored.map(one => one.period).filter(one => periodKind(one) === per)
  return [...new Set(told)].filter(one => periodSpan(one).start <= asOf).sort(compareText)
}

const inOrder = (records: Records): Records =>
  Object.fromEntries(
    Object.entries(records).map(([kind, all]) => [
      kind,
      (all as readonly object[])
        .map(one => ({ one, text: canonicalJson(one) }))
        .sort((a, b) => compareText(a.text, b.text))
        .map(({ one }) => one),
    ]),
  ) as unknown as Records
