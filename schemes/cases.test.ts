import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { projectsOf, runCase, STAGES } from '@guatu/domain'
import { parseCases, parseScheme, valueAt } from '@guatu/scheme'
import { describe, expect, test } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
/** The plans, and the example of a plan of the user's own. */
const folders = [
  ...readdirSync(here, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name),
  '../examples/nyc',
  ...readdirSync(`${here}../examples/rules`, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => `../examples/rules/${entry.name}`),
]

describe.each(folders)('%s', plan => {
  const read = (name: string) => readFileSync(`${here}${plan}/${name}`, 'utf8')
  const { parsed, findings: mistakes } = parseScheme(read('scheme.yaml'), `${plan}/scheme.yaml`)
  const { cases, findings } = parseCases(read('cases.yaml'), `${plan}/cases.yaml`)
  test('it and its cases can be read', () => expect([...mistakes, ...findings]).toEqual([]))
  if (!parsed || !cases) return
  const { scheme } = parsed

  test.each(cases.cases)('$name', one => {
    const { expected, answered, holds } = runCase(scheme, one)
    expect(holds, `expected ${JSON.stringify(expected)}, came ${JSON.stringify(answered)}`).toBe(true)
  })

  test('every light that cites a clause, or stands for a published rule, has a case', () => {
    const tried = new Set(cases.cases.flatMap(one => ('light' in one ? [one.light] : [])))
    const cited = scheme.lights
      .filter(light => light.covers.length > 0 || plan.includes('/rules/'))
      .map(light => light.id)
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
      .flatMap(projectsOf)
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
