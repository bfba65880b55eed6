import type { ExemptionFact, Facts, FieldValue } from '@guatu/domain'
import type { Cell } from './cell.ts'
import { day, flag, integer, money, several, text } from './cell.ts'
import {
  type DataShape,
  EXEMPTIONS,
  type FigureColumn,
  MEMBERSHIPS,
  MONTHS,
  PROJECTS,
  reportedColumns,
  reportedValues,
  returnColumns,
  returnFigures,
  SETTINGS,
  UNITS,
} from './columns.ts'
import { writeTable } from './table.ts'

type Line = Map<string, string>

/** Facts as the files of a data folder, name → text. The seq of entries is not part of the folder. */
export function writeDataFolder(facts: Facts, shape: DataShape): Map<string, string> {
  const attributes = facts.projects.flatMap(project =>
    Object.entries(project.attributes ?? {}).map(([id, value]) => attributeColumn(id, value)),
  )
  const files = new Map([
    ['units.csv', writeTable(UNITS, [], facts.units.map(unitLine))],
    ['projects.csv', writeTable(PROJECTS, [...new Set(attributes)].sort(), facts.projects.map(projectLine))],
    ['memberships.csv', writeTable(MEMBERSHIPS, [], facts.memberships.map(membershipLine))],
    [
      'returns.csv',
      writeTable(
        returnColumns(shape),
        [],
        facts.returns.map(one =>
          figures(line({ project: one.project, period: one.period }), one.figures, returnFigures(shape)),
        ),
      ),
    ],
    [
      'reported.csv',
      writeTable(
        reportedColumns(shape),
        [],
        facts.reported.map(one =>
          figures(
            line({ indicator: one.indicator, unit: one.unit, period: one.period }),
            one.values,
            reportedValues(shape, one.indicator) ?? [],
          ),
        ),
      ),
    ],
  ])
  const settings = Object.entries(facts.settings).map(([setting, value]) => line({ setting, value }))
  if (settings.length > 0) files.set('settings.csv', writeTable(SETTINGS, [], settings))
  const exemptions = facts.exemptions ?? []
  if (exemptions.length > 0) {
    files.set('exemptions.csv', writeTable(EXEMPTIONS, [], exemptions.map(exemptionLine)))
  }
  return files
}

const attributeColumn = (id: string, value: FieldValue) =>
  typeof value === 'number' ? `attribute.${id}:integer` : `attribute.${id}`

function unitLine(unit: Facts['units'][number]): Line {
  const row = line({ id: unit.id, name: unit.name, kind: unit.kind, parent: unit.parent })
  put(row, 'aliases', unit.aliases, several)
  return row
}

function projectLine(project: Facts['projects'][number]): Line {
  const row = line({
    id: project.id,
    name: project.name,
    code: project.code,
    lead_unit: project.leadUnit,
    owner_unit: project.ownerUnit,
    town_unit: project.townUnit,
    leader: project.leader,
    sector: project.sector,
    place: project.place,
    fund_source: project.fundSource,
  })
  put(row, 'total_invest', project.totalInvest, money)
  put(row, 'planned_start', project.plannedStart, day)
  put(row, 'planned_completion', project.plannedCompletion, day)
  put(row, 'synthetic', project.synthetic, flag)
  for (const [id, value] of Object.entries(project.attributes ?? {})) {
    row.set(attributeColumn(id, value), String(value))
  }
  return row
}

function membershipLine(membership: Facts['memberships'][number]): Line {
  const row = line({ project: membership.project, list: membership.list, nature: membership.nature })
  put(row, 'year', membership.year, integer)
  put(row, 'annual_plan', membership.annualPlan, money)
  put(row, 'planned_start', membership.plannedStart, day)
  MONTHS.forEach((column, index) => {
    put(row, column, membership.monthPlans?.[index], money)
  })
  return row
}

function exemptionLine({ project, rule, from, to, approvedBy, reason }: ExemptionFact): Line {
  const row = line({ project, rule, approved_by: approvedBy, reason })
  put(row, 'from', from, day)
  put(row, 'to', to, day)
  return row
}

function figures(
  row: Line,
  values: Readonly<Record<string, FieldValue>>,
  columns: readonly FigureColumn[],
): Line {
  for (const { id, column, cell } of columns) put(row, column, values[id], cell)
  return row
}

function line(values: Readonly<Record<string, string | undefined>>): Line {
  const row: Line = new Map()
  for (const [column, value] of Object.entries(values)) put(row, column, value, text)
  return row
}

function put<T>(row: Line, column: string, value: T | undefined, cell: Cell<T>): void {
  if (value !== undefined) row.set(column, cell.write(value))
}
