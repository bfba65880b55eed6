import {
  type ExemptionFact,
  type Facts,
  type FieldValue,
  type MembershipFact,
  NATURES,
  type ProjectFact,
  type ReportedFact,
  type ReturnFact,
  type UnitFact,
} from '@guatu/domain'
import { err, ok, type Result } from '@guatu/kernel'
import { takesValue } from '@guatu/scheme'
import { day, flag, integer, money, oneOf, period, several, text } from './cell.ts'
import {
  attributeOf,
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
import type { DataFault } from './fault.ts'
import { type Known, reference } from './reference.ts'
import { type Columns, type Row, readTable } from './table.ts'
import { unique } from './unique.ts'

/** Files that must be there; the others stand for an empty table when absent. */
const REQUIRED = ['projects.csv', 'memberships.csv']

/**
 * Reads a data folder, file name → UTF-8 text, into facts. `shape` is the scheme under which it is read: its lists,
 * fields and reported indicators. Never throws on bad text: every fault is told, with file, line, column and mend.
 */
export function readDataFolder(
  files: ReadonlyMap<string, string>,
  shape: DataShape,
): Result<Facts, readonly DataFault[]> {
  const faults: DataFault[] = []
  const table = (file: string, columns: Columns) => {
    const content = files.get(file)
    if (content !== undefined) return readTable(file, content, columns, faults)
    if (REQUIRED.includes(file)) {
      const mend = `Add ${file} with the columns ${columns.required.join(', ')}.`
      faults.push({ file, line: 1, code: 'data.missing-file', message: `${file} is missing`, mend })
    }
    return { file, columns: [], rows: [] }
  }
  const units = table('units.csv', UNITS)
  const projects = table('projects.csv', PROJECTS)
  const memberships = table('memberships.csv', MEMBERSHIPS)
  const returns = table('returns.csv', returnColumns(shape))
  const reported = table('reported.csv', reportedColumns(shape))
  const settings = table('settings.csv', SETTINGS)
  const exemptions = table('exemptions.csv', EXEMPTIONS)

  const known = {
    unit: new Set(units.rows.map(row => row.get('id', text))),
    project: new Set(projects.rows.map(row => row.get('id', text))),
    list: new Set<string | undefined>(shape.lists.map(list => list.id)),
  }
  const figureColumns = returnFigures(shape)
  const attributes = projects.columns.filter(column => attributeOf(column))
  const facts: Facts = {
    jurisdiction: shape.jurisdiction.id,
    units: unique(
      units.rows,
      row => readUnit(row, known.unit),
      unit => unit.id,
    ),
    projects: unique(
      projects.rows,
      row => readProject(row, known.unit, attributes),
      project => project.id,
    ),
    memberships: unique(
      memberships.rows,
      row => readMembership(row, known.project, known.list),
      one => `${one.project} on ${one.list} in ${one.year ?? 'any year'}`,
    ),
    returns: unique(
      returns.rows,
      row => readReturn(row, known.project, figureColumns),
      one => `${one.project} ${one.period}`,
    ),
    reported: unique(
      reported.rows,
      row => readReported(row, known.unit, shape),
      one => `${one.indicator} ${one.unit} ${one.period}`,
    ),
    settings: Object.fromEntries(
      unique(
        settings.rows,
        row => readSetting(row, shape),
        ([setting]) => setting,
      ),
    ),
  }
  const excused = exemptions.rows.map(row => readExemption(row, known.project))
  if (faults.length > 0) return err(faults)
  return ok(excused.length > 0 ? { ...facts, exemptions: excused } : facts)
}

const KINDS = ['bureau', 'town', 'enterprise', 'office'] as const

function readUnit(row: Row, units: Known): UnitFact {
  return {
    id: row.need('id', text) ?? '',
    name: row.need('name', text) ?? '',
    kind: row.need('kind', oneOf(KINDS)) ?? 'bureau',
    parent: reference(row, 'parent', units),
    aliases: row.get('aliases', several),
  }
}

function readProject(row: Row, units: Known, attributeColumns: readonly string[]): ProjectFact {
  const attributes = attributeColumns.flatMap((column): [string, FieldValue][] => {
    const attribute = attributeOf(column)
    const value = attribute && row.get(column, attribute.cell)
    return attribute && value !== undefined ? [[attribute.id, value]] : []
  })
  return {
    id: row.need('id', text) ?? '',
    name: row.need('name', text) ?? '',
    code: row.get('code', text),
    leadUnit: reference(row, 'lead_unit', units),
    ownerUnit: reference(row, 'owner_unit', units),
    townUnit: reference(row, 'town_unit', units),
    leader: row.get('leader', text),
    sector: row.get('sector', text),
    place: row.get('place', text),
    fundSource: row.get('fund_source', text),
    totalInvest: row.get('total_invest', money),
    plannedStart: row.get('planned_start', day),
    plannedCompletion: row.get('planned_completion', day),
    synthetic: row.get('synthetic', flag),
    attributes: attributes.length > 0 ? Object.fromEntries(attributes) : undefined,
  }
}

function readMembership(row: Row, projects: Known, lists: Known): MembershipFact {
  const annualPlan = row.get('annual_plan', money)
  return {
    project: reference(row, 'project', projects, true) ?? '',
    list: reference(row, 'list', lists, true) ?? '',
    year: row.get('year', integer),
    nature: row.get('nature', oneOf(NATURES)),
    annualPlan,
    monthPlans: readMonths(row, annualPlan),
    plannedStart: row.get('planned_start', day),
  }
}

function readMonths(row: Row, annualPlan: number | undefined): number[] | undefined {
  const months = MONTHS.map(column => row.get(column, money))
  const given = months.filter(month => month !== undefined)
  if (given.length === 0) return undefined
  if (given.length < 12) {
    const mend = 'Write a plan for every month (0 where nothing is planned), or leave all blank.'
    row.fault('data.months-incomplete', 'm01', `${given.length} of 12 months have a plan`, mend)
    return undefined
  }
  const sum = Number(given.reduce((total, month) => total + BigInt(month), 0n))
  if (sum !== annualPlan) {
    const planned = annualPlan === undefined ? 'blank' : money.write(annualPlan)
    const message = `the months sum to ${money.write(sum)}, annual_plan is ${planned}`
    row.fault('data.months-sum', 'annual_plan', message, 'Make the months sum to the annual plan.')
  }
  return given
}

function readFigures(row: Row, columns: readonly FigureColumn[]): Record<string, FieldValue> {
  const figures: Record<string, FieldValue> = {}
  for (const { id, column, cell } of columns) {
    const value = row.get(column, cell)
    if (value !== undefined) figures[id] = value
  }
  return figures
}

function readReturn(row: Row, projects: Known, columns: readonly FigureColumn[]): ReturnFact {
  return {
    project: reference(row, 'project', projects, true) ?? '',
    period: row.need('period', period) ?? '',
    figures: readFigures(row, columns),
  }
}

function readSetting(row: Row, { settings }: DataShape): readonly [string, string] {
  const id = row.need('setting', text) ?? ''
  const value = row.need('value', text) ?? ''
  const setting = settings[id]
  if (!setting) {
    const mend = `Use one of: ${Object.keys(settings).join(', ')}.`
    row.fault('data.unknown-reference', 'setting', `"${id}" is no setting of the scheme`, mend)
  } else if (!takesValue(setting, value)) {
    const mend = `Write it like the default, ${setting.default}.`
    row.fault('data.value', 'value', `"${value}" is no value of ${id}`, mend)
  }
  return [id, value]
}

const POSTS = ['dispatcher', 'inspector', 'leader'] as const

function readExemption(row: Row, projects: Known): ExemptionFact {
  return {
    project: reference(row, 'project', projects, true) ?? '',
    rule: row.need('rule', text) ?? '',
    from: row.need('from', day) ?? '',
    to: row.get('to', day),
    approvedBy: row.need('approved_by', oneOf(POSTS)) ?? '',
    reason: row.need('reason', text) ?? '',
  }
}

function readReported(row: Row, units: Known, shape: DataShape): ReportedFact {
  const indicator = row.need('indicator', text) ?? ''
  const columns = reportedValues(shape, indicator)
  if (!columns) {
    const message = `"${indicator}" is no reported indicator of the scheme`
    row.fault('data.unknown-reference', 'indicator', message, 'Use the id of a reported indicator.')
  }
  return {
    indicator,
    unit: reference(row, 'unit', units, true) ?? '',
    period: row.need('period', period) ?? '',
    values: readFigures(row, columns ?? []),
  }
}
