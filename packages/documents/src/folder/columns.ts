import { COMMON_FIELDS, type FieldType, STAGES } from '@guatu/domain'
import type { Scheme } from '@guatu/scheme'
import { type Cell, day, integer, money, oneOf, rate, text } from './cell.ts'
import type { Columns } from './table.ts'

/** What a scheme says about the data: its lists, fields, reported indicators and settings. */
export type DataShape = Pick<Scheme, 'jurisdiction' | 'lists' | 'fields' | 'indicators' | 'settings'>

export const MONTHS = Array.from({ length: 12 }, (_, index) => `m${String(index + 1).padStart(2, '0')}`)

export const UNITS: Columns = { required: ['id', 'name', 'kind'], optional: ['parent', 'aliases'] }

/** `attribute.x` holds a text and `attribute.x:integer` a whole number under the attribute id x. */
const ATTRIBUTE = /^attribute\.(.+?)(:integer)?$/
export const attributeOf = (column: string) => {
  const [, id, kind] = ATTRIBUTE.exec(column) ?? []
  return id === undefined ? undefined : { id, cell: (kind ? integer : text) as Cell<string | number> }
}

export const PROJECTS: Columns = {
  required: ['id', 'name'],
  optional: [
    'code',
    'lead_unit',
    'owner_unit',
    'town_unit',
    'leader',
    'sector',
    'place',
    'fund_source',
    'total_invest',
    'planned_start',
    'planned_completion',
    'synthetic',
  ],
  also: column => attributeOf(column) !== undefined,
}

export const MEMBERSHIPS: Columns = {
  required: ['project', 'list'],
  optional: ['year', 'nature', 'annual_plan', 'planned_start', ...MONTHS],
}

export const SETTINGS: Columns = { required: ['setting', 'value'], optional: [] }

/** Approved reasons by which a project is excused from a light for some time. */
export const EXEMPTIONS: Columns = {
  required: ['project', 'rule', 'from', 'approved_by', 'reason'],
  optional: ['to'],
}

const CELLS: Readonly<Record<FieldType, Cell<string | number>>> = {
  money: money as Cell<string | number>,
  integer: integer as Cell<string | number>,
  rate: rate as Cell<string | number>,
  day: day as Cell<string | number>,
  text: text as Cell<string | number>,
  stage: oneOf(STAGES) as Cell<string | number>,
}

/** A figure of a return or a reported value: its id in the facts, its column in the file, how it is read. */
export interface FigureColumn {
  readonly id: string
  readonly column: string
  readonly cell: Cell<string | number>
}

const figureColumn = (id: string, type: FieldType): FigureColumn => ({
  id,
  column: id.replaceAll('-', '_'),
  cell: CELLS[type],
})

/** The common figures of a return, then the scheme's own. */
export const returnFigures = (shape: DataShape): readonly FigureColumn[] => [
  ...Object.entries(COMMON_FIELDS).map(([id, field]) => figureColumn(id, field.type)),
  ...shape.fields.map(field => figureColumn(field.id, field.type)),
]

/** Values of one reported indicator; undefined where the scheme has none of that id. */
export function reportedValues(shape: DataShape, indicator: string): readonly FigureColumn[] | undefined {
  const found = shape.indicators.find(one => one.id === indicator)
  if (found?.origin !== 'reported') return undefined
  return Object.entries(found.values).map(([id, type]) =>
    figureColumn(id, type === 'count' ? 'integer' : type),
  )
}

export const returnColumns = (shape: DataShape): Columns => ({
  required: ['project', 'period'],
  optional: returnFigures(shape).map(one => one.column),
})

export const reportedColumns = (shape: DataShape): Columns => ({
  required: ['indicator', 'unit', 'period'],
  optional: [
    ...new Set(
      shape.indicators.flatMap(one => (reportedValues(shape, one.id) ?? []).map(value => value.column)),
    ),
  ],
})
