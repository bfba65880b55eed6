import { canonicalJson, must } from '@guatu/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PUBLISHED_CALENDAR } from '../calendar/index.ts'
import { compileLight, judge, settingValues } from '../light/index.ts'
import { standingOf } from '../standing/index.ts'
import { partOf } from '../standing/row.ts'
import {
  dayOfYear as day,
  factsOf,
  longProject,
  longProjects,
  reportedFacts,
  SAMPLE_UNITS,
} from '../testing/facts.ts'
import { RICH } from '../testing/rich.ts'
import { evaluate, finish, replaceProject, replaceReported, start } from './evaluate.ts'

const facts = fc.tuple(longProjects, reportedFacts)

it('looking back, incremental equals full after any sequence of edits, byte by byte', () => {
  const edit = fc
    .constantFrom('a', 'b', 'd')
    .chain(id => fc.option(longProject(id), { nil: undefined }).map(of => ({ id, of })))
  fc.assert(
    fc.property(
      facts,
      reportedFacts,
      day,
      fc.array(edit, { maxLength: 4 }),
      ([all, reported], later, asOf, edits) => {
        const known = new Map(all.map(one => [one.project.id, one]))
        let running = start(RICH, factsOf(all, reported, SAMPLE_UNITS), asOf)
        for (const { id, of } of edits) {
          known.delete(id)
          if (of) known.set(id, of)
          running = replaceProject(running, id, of)
        }
        const incremental = finish(replaceReported(running, later))
        const full = evaluate(RICH, factsOf([...known.values()], later, SAMPLE_UNITS), asOf)
        expect(canonicalJson(incremental)).toBe(canonicalJson(full))
      },
    ),
    { numRuns: 40 },
  )
}, 60_000)

it('every light, of projects and of units, follows from the inputs it names alone', () => {
  const rules = new Map(
    RICH.lights.map(light => [light.id, compileLight(light, RICH, settingValues(RICH, {}))]),
  )
  let streaks = 0
  let exempted = 0
  fc.assert(
    fc.property(facts, day, ([all, reported], asOf) => {
      const { lights, unitLights = [] } = evaluate(RICH, factsOf(all, reported, SAMPLE_UNITS), asOf)
      for (const { rule: id, because, colour, severity, reason } of [...lights, ...unitLights]) {
        const rule = rules.get(id)
        if (!rule) throw new Error(`no rule ${id}`)
        expect(judge(rule, JSON.parse(canonicalJson(because)))).toEqual({ colour, severity, reason })
        if (reason.streak) streaks += 1
        if (reason.exempted) exempted += 1
      }
    }),
    { numRuns: 200 },
  )
  expect([streaks, exempted].map(count => count > 0)).toEqual([true, true])
}, 60_000)

it('what a condition would turn green by does so, and one unit short does not', () => {
  const light = must(
    RICH.lights.find(one => one.id === 'conditions'),
    'light',
  )
  const rule = compileLight(light, RICH, settingValues(RICH, {}))
  let asked = 0
  fc.assert(
    fc.property(longProjects, day, (all, asOf) => {
      const { lights } = evaluate(RICH, factsOf(all), asOf)
      for (const { because, reason } of lights.filter(one => one.rule === 'conditions')) {
        const { green } = reason
        if (!green) continue
        asked += 1
        const withValue = (value: number | string) =>
          judge(
            rule,
            because.map(one => (one.name === green.input ? { ...one, value } : one)),
          )
        expect(withValue(green.value).severity).toBe(rule.least)
        if (typeof green.value !== 'number') continue
        const short = green.value + (green.reach === 'at-least' ? -1 : 1)
        expect(withValue(short).severity).toBeGreaterThan(rule.least)
      }
    }),
    { numRuns: 60 },
  )
  expect(asked).toBeGreaterThan(5)
}, 60_000)

it('a kept row gives the same lights and actions as the facts', () => {
  fc.assert(
    fc.property(longProjects, day, (all, asOf) => {
      const of = factsOf(all, [], SAMPLE_UNITS)
      const { basis, all: view } = standingOf(of, RICH, asOf, PUBLISHED_CALENDAR)
      const { lights, actions } = evaluate(RICH, of, asOf)
      for (const { project } of all) {
        const row = view.row(project.id)
        const part = row && partOf(basis, row)
        expect(part?.lights).toEqual(lights.filter(one => one.project === project.id))
        expect(part?.actions).toEqual(actions.filter(one => one.project === project.id))
      }
    }),
    { numRuns: 40 },
  )
}, 60_000)
