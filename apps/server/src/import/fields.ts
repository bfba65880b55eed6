import { type FieldSpec, PROJECT_FIELDS } from '@guatu/documents'
import { type ReportedColumn, reportedColumns } from '@guatu/domain'
import type { Scheme } from '@guatu/scheme'

/** What a column may hold: the common figures and those that the plan adds. */
export const fieldsOf = (scheme: Scheme): FieldSpec[] => [
  ...PROJECT_FIELDS,
  ...scheme.fields.map(({ id, type, name, nameEn }) => ({ id, type, names: [name, nameEn, id] })),
]

/** Figures that units report under this plan, by the names their columns go by. */
export const indicatorFields = (scheme: Scheme): FieldSpec[] => {
  const columns = reportedColumns(scheme)
  return columns.map(column => {
    const others = columns.filter(one => one.indicator === column.indicator && one.type === column.type)
    const plain = others.length < 2 || column.value === PLAIN[column.type]
    return { id: column.id, type: SPEC_TYPES[column.type], names: plain ? namesOf(column) : twins(column) }
  })
}

/** The value that a bare name speaks of where an indicator has several of one type. */
const PLAIN = { money: 'amount', rate: 'growth', count: 'count' } as const
const SPEC_TYPES = { money: 'money', rate: 'rate', count: 'integer' } as const
/** Behind the indicator's own name, as statistics tables put it; first how our own screens name the column. */
const ENDINGS = {
  money: ['', '完成额', '累计值', '完成额累计值', '总额'],
  rate: ['增速', '同比', '同比增长', '同比增速', '累计同比', '累计增长', '完成额累计同比'],
  count: ['', '数', '个数'],
} as const
const ENDINGS_EN = { money: '', rate: ' growth', count: '' } as const

const namesOf = ({ name, nameEn, type }: ReportedColumn): string[] => [
  ...ENDINGS[type].map(ending => `${name}${ending}`),
  `${nameEn}${ENDINGS_EN[type]}`,
]

/** Two amounts of one indicator are told apart by what the plan calls them. */
const twins = ({ name, nameEn, value }: ReportedColumn): string[] => [
  `${name} ${value}`,
  `${nameEn} ${value}`,
]

export interface FieldName {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly type?: FieldSpec['type']
}

const isAscii = (text: string) => /^[\x20-\x7e]+$/.test(text)

export const fieldName = ({ id, names, type }: FieldSpec): FieldName => ({
  id,
  type,
  name: names[0] ?? id,
  nameEn: names.findLast(isAscii) ?? id.replaceAll('-', ' '),
})
