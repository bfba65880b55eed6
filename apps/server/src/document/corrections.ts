import {
  COMMON_FIELDS,
  type CommonField,
  type CorrectionFact,
  type CorrectionNote,
  correctionNote,
  type FieldValue,
  rowText,
} from '@guatu/domain'
import { must, type Period, periodKind, periodSpan } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { type Closing, corrections, personNames, type ScopedTx } from '@guatu/store'
import { STAGE_WORDS } from '../project/words.ts'
import type { JudgedWhole } from '../result/whole.ts'
import { FIELD_NAMES } from '../session/field-names.ts'

/** 更正说明: what was approved after the last closing of a period of this kind, as far as the document knows. */
export async function correctionNotes(
  tx: ScopedTx,
  { kept, facts, seq }: JudgedWhole,
  period: Period,
  closed: readonly Closing[],
): Promise<CorrectionNote[]> {
  const known = (await corrections(tx)).map(({ body, decidedBy, seq: at }) => ({
    correction: body as unknown as CorrectionFact,
    seq: at,
    decidedBy,
  }))
  const since = closingBefore(period, closed)?.seq ?? 0
  const projects = new Map(facts.projects.map(one => [one.id, one.name]))
  const names = await personNames(tx)
  return correctionNote(known, since, seq).map(line => {
    const { decidedBy } = must(
      known.find(({ correction }) => correction.unit === line.unit && correction.id === line.correction),
      line.correction,
    )
    return {
      project: projects.get(line.project) ?? line.project,
      period: line.period,
      figure: figureName(kept.scheme, line.field),
      from: valueText(kept.scheme, line.field, line.before),
      to: valueText(kept.scheme, line.field, line.after),
      reason: line.reason,
      approvedBy: names.get(decidedBy) ?? decidedBy,
    }
  })
}

/** `closed`: the latest end first. */
const closingBefore = (period: Period, closed: readonly Closing[]) =>
  closed.find(one => periodKind(one.period) === periodKind(period) && one.end < periodSpan(period).end)

const isCommon = (field: string): field is CommonField => Object.hasOwn(COMMON_FIELDS, field)

function typeOf(scheme: Scheme, field: string): string | undefined {
  return isCommon(field) ? COMMON_FIELDS[field].type : scheme.fields.find(one => one.id === field)?.type
}

function figureName(scheme: Scheme, field: string): string {
  const name = isCommon(field)
    ? FIELD_NAMES[field].name
    : (scheme.fields.find(one => one.id === field)?.name ?? field)
  return typeOf(scheme, field) === 'money' ? `${name}（${scheme.currency.row.unit}）` : name
}

function valueText(scheme: Scheme, field: string, value: FieldValue | null): string {
  if (value === null) return '未报'
  const type = typeOf(scheme, field)
  if (type === 'money' && typeof value === 'number') return rowText(value, scheme)
  return type === 'stage' ? (STAGE_WORDS[value] ?? String(value)) : String(value)
}
