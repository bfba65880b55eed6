import type { FieldValue, Finding, RecognisedRow } from './model.ts'
import { projectCodeCheck } from './project-code.ts'
import { isAmount, type RowReader } from './row-reader.ts'
import { allData, type BodyRow, dataOfSection } from './subtotals.ts'

/** What the rows together show, each worth a look before anything is taken. */
export function fileFindings(
  rows: readonly RecognisedRow[],
  body: readonly BodyRow[],
  reader: RowReader,
): Finding[] {
  const data = rows.filter(row => row.kind === 'data')
  return [
    ...rows.flatMap(differingChecks),
    ...claimedCounts(body),
    ...mergedAmounts(reader, body[0]?.row ?? 0),
    ...codeFindings(data),
    ...repeatedCodes(data),
    ...data.flatMap(roundedAmounts),
  ]
}

const differingChecks = (row: RecognisedRow): Finding[] =>
  (row.checks ?? []).flatMap(({ state, column, field, header, stated = 0, parts = 0, difference = 0 }) =>
    state === 'differs'
      ? [
          {
            code: 'subtotal.differs',
            params: { row: row.row, column, field, header, stated, parts, difference },
          },
        ]
      : [],
  )

/** 一、续建项目(17个) and 合计95个 against the rows they speak of. */
function claimedCounts(body: readonly BodyRow[]): Finding[] {
  return body.flatMap(({ row, sense }, at) => {
    const counts = sense.kind === 'section' || sense.reach === 'all'
    if (!counts || sense.count === undefined) return []
    const found = (sense.kind === 'section' ? dataOfSection(body, at) : allData(body)).length
    if (found === 0 || found === sense.count) return []
    return [
      {
        code: 'section.count-differs',
        params: { row, text: sense.title ?? sense.text ?? '', stated: sense.count, found },
      },
    ]
  })
}

function mergedAmounts({ view, fieldColumns }: RowReader, from: number): Finding[] {
  return view.sheet.merges.flatMap(merge => {
    if (from === 0 || merge.top < from || merge.bottom === merge.top) return []
    return fieldColumns
      .filter(
        ({ column, field }) => isAmount(field) && merge.left <= column.column && column.column <= merge.right,
      )
      .map(({ column, field }): Finding => {
        const params = { row: merge.top, last: merge.bottom, column: column.column, field: field.id }
        return { code: 'amount.merged', params }
      })
  })
}

const textOf = (value: FieldValue | undefined): string | undefined =>
  value?.ok && typeof value.value.value === 'string' ? value.value.value : undefined

/** A column without any national code has numbers of its own: said once. */
function codeFindings(data: readonly RecognisedRow[]): Finding[] {
  const findings: Finding[] = []
  let national = false
  for (const { row, values } of data) {
    const text = textOf(values['project-code'])
    if (text === undefined) continue
    const check = projectCodeCheck(text)
    national ||= check !== 'shape'
    if (check !== 'ok' && check !== 'old') findings.push({ code: `code.${check}`, params: { row, text } })
  }
  return national ? findings : findings.slice(0, 1)
}

/** One code on two rows of one period. */
function repeatedCodes(data: readonly RecognisedRow[]): Finding[] {
  const first = new Map<string, number>()
  return data.flatMap(({ row, values }) => {
    const code = textOf(values['project-code'])
    if (code === undefined) return []
    const key = `${code}\n${textOf(values.period) ?? ''}`
    const other = first.get(key)
    if (other === undefined) {
      first.set(key, row)
      return []
    }
    return [{ code: 'rows.same-code' as const, params: { row, other, text: code } }]
  })
}

const NONE: readonly Finding[] = []

function roundedAmounts({ row, values }: RecognisedRow): readonly Finding[] {
  let found: Finding[] | undefined
  for (const field in values) {
    const value = values[field]
    if (!value?.ok || !value.value.rounded) continue
    found ??= []
    found.push({ code: 'amount.rounded', params: { row, field, text: value.value.raw } })
  }
  return found ?? NONE
}
