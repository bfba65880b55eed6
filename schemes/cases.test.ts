import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  type Evaluation,
  evaluate,
  type Facts,
  type FieldValue,
  type ReportedFact,
  STAGES,
} from '@guatu/domain'
import { must } from '@guatu/kernel'
import {
  type CaseProject,
  parseCases,
  parseScheme,
  readAmount,
  type Scheme,
  type SchemeCase,
  valueAt,
} from '@guatu/scheme'
import { describe, expect, test } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
/** The plans, and the example of a plan of the user's own. */
const folders = [
  ...readdirSync(here, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name),
  '../examples/nyc',
]

const money = (text: string) => must(readAmount(text), text)
const figure = (value: string | number): FieldValue =>
  typeof value === 'string' ? (readAmount(value) ?? value) : value
const figures = (of: Readonly<Record<string, string | number>>) =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, figure(value)]))

/** The list that a case speaks of when its project names none. */
function listOf(scheme: Scheme, one: SchemeCase): string {
  const light = 'light' in one && scheme.lights.find(item => item.id === one.light)
  const target = 'target' in one && scheme.targets.find(item => item.id === one.target)
  const named = light ? light.lists[0] : target ? target.scope.list : undefined
  return named ?? scheme.lists[0]?.id ?? ''
}

const yearOf = (scheme: Scheme, list: string) => scheme.lists.find(item => item.id === list)?.year

function factsOf(scheme: Scheme, one: SchemeCase): Facts {
  const given: readonly CaseProject[] = 'project' in one ? [one.project] : one.projects
  const projects = given.flatMap(project => Array.from({ length: project.times }, () => project))
  const id = (index: number) => `p${index}`
  return {
    jurisdiction: scheme.jurisdiction.id,
    units: [],
    projects: projects.map(({ totalInvest, plannedCompletion }, index) => ({
      id: id(index),
      name: `项目${index}`,
      totalInvest: totalInvest === undefined ? undefined : money(totalInvest),
      plannedCompletion,
    })),
    memberships: projects.map((project, index) => ({
      project: id(index),
      list: project.list ?? listOf(scheme, one),
      year: yearOf(scheme, project.list ?? listOf(scheme, one)),
      nature: project.nature,
      annualPlan: project.annualPlan === undefined ? undefined : money(project.annualPlan),
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
  if (!('target' in one)) return []
  const indicator = scheme.targets.find(item => item.id === one.target)?.indicator
  const own = typeof indicator === 'string' ? { [indicator]: one.reported } : {}
  return [own, one.alsoReported].flatMap(said =>
    Object.entries(said).flatMap(([id, periods]) =>
      Object.entries(periods).map(([period, of]) => ({
        indicator: id,
        unit: 'statistics',
        period,
        values: figures(of),
      })),
    ),
  )
}

/** What the evaluation says of the thing that the case is about, in the words of the case. */
function answer(one: SchemeCase, { lights, actions, targets, indicators }: Evaluation) {
  if ('light' in one) {
    const light = lights.find(item => item.rule === one.light)
    const action = actions.find(item => item.rule === one.light)?.action
    return { colour: light?.colour, none: light?.reason.none, action }
  }
  if ('target' in one) return { state: targets.find(item => item.id === one.target)?.state }
  const scope = one.list === undefined ? 'jurisdiction' : `list:${one.list}`
  const found = indicators.find(item => item.id === one.indicator && item.scope === scope)
  return { numerator: found?.numerator, denominator: found?.denominator, value: found?.value }
}

describe.each(folders)('%s', plan => {
  const read = (name: string) => readFileSync(`${here}${plan}/${name}`, 'utf8')
  const { parsed } = parseScheme(read('scheme.yaml'), `${plan}/scheme.yaml`)
  const { cases, findings } = parseCases(read('cases.yaml'), `${plan}/cases.yaml`)
  test('its cases can be read', () => expect(findings).toEqual([]))
  if (!parsed || !cases) return
  const { scheme } = parsed

  test.each(cases.cases)('$name', one => {
    const expected = Object.fromEntries(
      Object.entries(one.expect).map(([name, value]) => [
        name,
        typeof value === 'string' ? figure(value) : value,
      ]),
    )
    expect(answer(one, evaluate(scheme, factsOf(scheme, one), one.asOf))).toEqual(expected)
  })

  test('every light that cites a clause has a case', () => {
    const tried = new Set(cases.cases.flatMap(one => ('light' in one ? [one.light] : [])))
    const cited = scheme.lights.filter(light => light.covers.length > 0).map(light => light.id)
    expect(cited.filter(id => !tried.has(id))).toEqual([])
  })

  test('every target that stands against something, adds years up or has a condition is tried at its edge', () => {
    const tried = (id: string) => cases.cases.filter(one => 'target' in one && one.target === id).length
    const special = scheme.targets.filter(
      one => one.base || one.exceeds || one.years || one.over === 'plan' || one.provided,
    )
    expect(special.map(one => one.id).filter(id => tried(id) < 2)).toEqual([])
  })

  test('stages and days of its cases are real ones', () => {
    const stages = cases.cases
      .flatMap(one => ('project' in one ? [one.project] : one.projects))
      .flatMap(project => Object.values(project.returns))
      .map(of => of.stage)
    expect(stages.filter(stage => stage !== undefined && !STAGES.some(known => known === stage))).toEqual([])
  })

  test('targets hold values in force when the plan ends', () => {
    for (const target of scheme.targets) {
      const dated = target.floor ?? target.stretch ?? target.quarters ?? target.years ?? {}
      expect(valueAt<unknown>(dated, scheme.inForce.to), target.id).toBeDefined()
    }
  })
})
