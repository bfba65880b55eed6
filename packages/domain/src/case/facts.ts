import { must } from '@guatu/kernel'
import { type CaseProject, type CaseRecords, readAmount, type Scheme, type SchemeCase } from '@guatu/scheme'
import type { Facts, FieldValue, ReportedFact } from '../facts/index.ts'
import { NO_RECORDS, type Paid, type Records } from '../record/index.ts'

/** Amounts as in a scheme → minor units; all else as it stands. */
const figure = (value: string | number): FieldValue =>
  typeof value === 'string' ? (readAmount(value) ?? value) : value
const figures = (of: Readonly<Record<string, string | number>>) =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, figure(value)]))
const money = (text: string) => must(readAmount(text), text)
const optional = (text: string | undefined) => (text === undefined ? undefined : money(text))

/** The list that a case speaks of when its project names none. */
function listOf(scheme: Scheme, one: SchemeCase): string {
  const light = 'light' in one && scheme.lights.find(item => item.id === one.light)
  const target = 'target' in one && scheme.targets.find(item => item.id === one.target)
  const named = light ? light.lists[0] : target ? target.scope.list : undefined
  if ('list' in one && typeof one.list === 'string' && !('indicator' in one)) return one.list
  return named ?? scheme.lists[0]?.id ?? ''
}

const yearOf = (scheme: Scheme, list: string) => scheme.lists.find(item => item.id === list)?.year

/** The projects that a case speaks of. */
export function projectsOf(one: SchemeCase): readonly CaseProject[] {
  if ('light' in one) return one.project ? [one.project] : one.projects
  return 'project' in one ? [one.project] : one.projects
}

/** What a case says is known. */
export function caseFacts(scheme: Scheme, one: SchemeCase): Facts {
  const asked = projectsOf(one)
  const units = 'light' in one ? one.units.map(({ id, kind }) => ({ id, kind, name: id })) : []
  const rule = 'light' in one ? one.light : ''
  const projects = asked.flatMap(project => Array.from({ length: project.times }, () => project))
  const id = (index: number) => projects[index]?.id ?? `p${index}`
  return {
    jurisdiction: scheme.jurisdiction.id,
    units,
    projects: projects.map((project, index) => ({
      id: id(index),
      name: `项目${index}`,
      totalInvest: optional(project.totalInvest),
      plannedCompletion: project.plannedCompletion,
      leadUnit: project.leadUnit,
      ownerUnit: project.ownerUnit,
      leader: project.leader,
      sector: project.sector,
      fundSource: project.fundSource,
      place: project.place,
      attributes: figures(project.attributes),
    })),
    exemptions: projects.flatMap((project, index) =>
      project.exemptions.map(exemption => ({ rule, ...exemption, project: id(index) })),
    ),
    memberships: projects.map((project, index) => ({
      project: id(index),
      list: project.list ?? listOf(scheme, one),
      year: project.year ?? yearOf(scheme, project.list ?? listOf(scheme, one)),
      nature: project.nature,
      annualPlan: optional(project.annualPlan),
      monthPlans: project.months?.map(money),
      plannedStart: project.plannedStart,
    })),
    returns: projects.flatMap((project, index) =>
      Object.entries(project.returns).map(([period, of]) => ({
        project: id(index),
        period,
        figures: figures(of),
      })),
    ),
    reported: reportedOf(scheme, one),
    settings: one.settings,
  }
}

/** What units reported of the target's own indicator and of others. */
function reportedOf(scheme: Scheme, one: SchemeCase): ReportedFact[] {
  if ('light' in one) {
    return Object.entries(one.reported).flatMap(([indicator, of]) =>
      Object.entries(of).flatMap(([unit, periods]) =>
        Object.entries(periods).map(([period, values]) => ({
          indicator,
          unit,
          period,
          values: figures(values),
        })),
      ),
    )
  }
  const said = 'alsoReported' in one ? [one.alsoReported] : []
  if ('target' in one) {
    const indicator = scheme.targets.find(item => item.id === one.target)?.indicator
    if (typeof indicator === 'string') said.unshift({ [indicator]: one.reported })
  }
  return said.flatMap(of =>
    Object.entries(of).flatMap(([id, periods]) =>
      Object.entries(periods).map(([period, values]) => ({
        indicator: id,
        unit: 'statistics',
        period,
        values: figures(values),
      })),
    ),
  )
}

export function caseRecords(one: SchemeCase): Records {
  return 'records' in one ? recordsOf(one.records) : NO_RECORDS
}

const alike = <T extends { readonly times: number }>(records: readonly T[]): Omit<T, 'times'>[] =>
  records.flatMap(({ times, ...record }) => Array.from({ length: times }, () => record))
const paid = ({ amount, on }: { readonly amount: string; readonly on: string }): Paid => ({
  amount: money(amount),
  on,
})

function recordsOf(given: CaseRecords): Records {
  return {
    ...given,
    visits: alike(given.visits),
    evidence: alike(given.evidence),
    awards: alike(given.awards),
    deals: alike(given.deals).map((deal, index) => ({
      ...deal,
      id: `d${index}`,
      amount: optional(deal.amount),
      arrived: optional(deal.arrived),
    })),
    money: given.money.map((one, index) => ({
      ...one,
      id: one.id ?? `m${index}`,
      allocated: optional(one.allocated),
      arrived: one.arrived && paid(one.arrived),
      passedOn: one.passedOn.map(paid),
      paid: one.paid.map(paid),
    })),
  }
}
