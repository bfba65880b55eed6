import { type Day, groupBy, type Period, yearOf } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { Evaluation } from '../evaluate/index.ts'
import type { Facts, MembershipFact, ProjectFact } from '../facts/index.ts'
import { nameKey } from '../import/index.ts'
import { fieldShapes, projectState } from '../project/index.ts'
import type { FilledForm, FormCellValue, FormHolds, FormMapping, FormTable } from './model.ts'
import { amountIn, percentOf, type RowKnown, rowValue } from './value.ts'

export interface FormFigures {
  readonly scheme: Scheme
  readonly facts: Facts
  readonly evaluation: Evaluation
  readonly jurisdictionName: string
  readonly period: Period
  /** As it is printed: 2023年5月. */
  readonly periodName: string
  readonly asOf: Day
}

/** 1 → A, 27 → AA; given by the reader of documents. */
type Letters = (column: number) => string

/**
 * All values of a form and where they go. Rows that the form lists are found by code or name; where it lists none, all
 * projects stand below the header, by their ids. What is not known leaves its cell as it is.
 */
export function fillFormOf(
  mapping: FormMapping,
  table: FormTable | undefined,
  figures: FormFigures,
  letters: Letters,
): FilledForm {
  const wanted = projectsOf(figures, mapping.list)
  const single = mapping.cells.flatMap(({ sheet, cell, holds }): FormCellValue[] => {
    const value = singleValue(holds, figures)
    return value === undefined ? [] : [{ sheet, cell, value }]
  })
  const columns = mapping.columns.filter(one => one.field !== null)
  if (!table || columns.length === 0)
    return { cells: single, projects: 0, appended: false, unknown: [], missing: [] }
  const appended = table.rows.length === 0
  const { placed, unknown } = appended
    ? { placed: wanted.map((project, at) => ({ row: table.first + at, project })), unknown: [] }
    : placedIn(table, figures.facts.projects)
  const rows = placed.flatMap(({ row, project }, at): FormCellValue[] => {
    const known = rowKnown(project, mapping.list, figures)
    const own = columns.flatMap(({ column, field, unit }): FormCellValue[] => {
      const names = field === 'project-name' || field === 'project-code'
      if (names && !appended) return []
      const value = field === null ? undefined : rowValue(field, known)
      if (value === undefined) return []
      const shown = cellValue(value, field ?? '', unit, figures)
      return [{ sheet: table.sheet, cell: `${letters(column)}${row}`, value: shown }]
    })
    const serial =
      appended && table.serial !== null
        ? [{ sheet: table.sheet, cell: `${letters(table.serial)}${row}`, value: at + 1 }]
        : []
    return [...serial, ...own]
  })
  const there = new Set(placed.map(one => one.project.id))
  return {
    cells: [...single, ...rows],
    projects: placed.length,
    appended,
    unknown,
    missing: wanted.filter(one => !there.has(one.id)).map(one => one.name),
  }
}

function projectsOf({ facts, asOf }: FormFigures, list: string | null): ProjectFact[] {
  const on = new Set(
    facts.memberships
      .filter(one => list === null || (one.list === list && (one.year ?? yearOf(asOf)) === yearOf(asOf)))
      .map(one => one.project),
  )
  return facts.projects.filter(one => on.has(one.id)).sort((a, b) => (a.id < b.id ? -1 : 1))
}

function placedIn({ rows }: FormTable, projects: readonly ProjectFact[]) {
  const byCode = new Map(projects.flatMap(one => (one.code ? [[nameKey(one.code), one] as const] : [])))
  const byName = new Map(
    projects.flatMap(one =>
      [...(one.formerNames ?? []), one.name].map(name => [nameKey(name), one] as const),
    ),
  )
  const placed: { row: number; project: ProjectFact }[] = []
  const unknown: { row: number; name: string }[] = []
  for (const { row, code, name } of rows) {
    const project =
      (code === undefined ? undefined : byCode.get(nameKey(code))) ??
      (name === undefined ? undefined : byName.get(nameKey(name)))
    if (project) placed.push({ row, project })
    else unknown.push({ row, name: name ?? code ?? '' })
  }
  return { placed, unknown }
}

function rowKnown(project: ProjectFact, list: string | null, { scheme, facts, asOf }: FormFigures): RowKnown {
  const { memberships, returns } = byProject(facts)
  const order = scheme.lists.map(one => one.id)
  const on = (memberships.get(project.id) ?? [])
    .filter(one => (one.year ?? yearOf(asOf)) === yearOf(asOf) && (list === null || one.list === list))
    .sort((a, b) => order.indexOf(a.list) - order.indexOf(b.list))
  const shapes = fieldShapes(scheme.fields)
  return {
    state: projectState(project, on, returns.get(project.id) ?? [], shapes, asOf),
    membership: on[0],
    unitName: id => facts.units.find(one => one.id === id)?.name ?? id,
    listName: id => scheme.lists.find(one => one.id === id)?.name ?? id,
  }
}

interface ByProject {
  readonly memberships: ReadonlyMap<string, readonly MembershipFact[]>
  readonly returns: ReadonlyMap<string, Facts['returns']>
}
const grouped = new WeakMap<Facts, ByProject>()
function byProject(facts: Facts): ByProject {
  const known = grouped.get(facts) ?? {
    memberships: groupBy(facts.memberships, one => one.project),
    returns: groupBy(facts.returns, one => one.project),
  }
  grouped.set(facts, known)
  return known
}

const MONEY = new Set(['total-invest', 'annual-plan'])

function cellValue(value: string | number, field: string, unit: string | null, { scheme }: FormFigures) {
  const type = fieldShapes(scheme.fields).get(field)?.type
  if (typeof value === 'number') return type === 'money' || MONEY.has(field) ? amountIn(value, unit) : value
  return type === 'rate' ? percentOf(value) : value
}

function singleValue(holds: FormHolds, figures: FormFigures): string | number | undefined {
  switch (holds.kind) {
    case 'jurisdiction':
      return figures.jurisdictionName
    case 'period':
      return figures.periodName
    case 'as-of':
      return figures.asOf
    case 'indicator': {
      const found = figures.evaluation.indicators.find(
        one => one.id === holds.indicator && one.scope === holds.scope,
      )
      if (!found) return undefined
      if (holds.part !== 'value') {
        const amount = found[holds.part]
        return amount === null ? undefined : holds.unit === null ? amount : amountIn(amount, holds.unit)
      }
      if (found.value === null) return undefined
      return found.unit === 'minor' ? amountIn(Number(found.value), holds.unit) : Number(found.value)
    }
    case 'list': {
      const projects = projectsOf(figures, holds.list)
      if (holds.part === 'count') return projects.length
      const { field } = holds
      if (field === null) return undefined
      const values = projects.map(project => rowValue(field, rowKnown(project, holds.list, figures)))
      const numbers = values.filter(value => typeof value === 'number')
      if (numbers.length === 0) return undefined
      const sum = numbers.reduce((all, one) => all + one, 0)
      return Number(cellValue(sum, field, holds.unit, figures))
    }
  }
}
