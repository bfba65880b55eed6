import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, evaluate, type ProjectFacts } from '../evaluate/index.ts'
import { projectState } from '../project/index.ts'
import { factsOf, someProjects } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { schemeEffects } from './effects.ts'

const AS_OF = '2023-06-30'

/** On the list 重点, with 600 to be done by the end of June. */
const project = (id: string, invested: number, leadUnit = 'housing'): ProjectFacts => ({
  project: { id, name: id, leadUnit },
  memberships: [{ project: id, list: 'key', year: 2023, annualPlan: 1200 }],
  returns: [{ project: id, period: '2023-06', figures: { 'invest-ytd': invested } }],
})

function effects(projects: readonly ProjectFacts[], cut: string, scheme = SAMPLE) {
  const before = compile(SAMPLE, {}, AS_OF)
  const after = compile(scheme, { 'red-cut': cut }, AS_OF)
  const states = projects.map(one =>
    projectState(one.project, one.memberships, one.returns, after.shapes, AS_OF),
  )
  return schemeEffects(before, after, states, [])
}

describe('another cut put to the same facts', () => {
  const told = effects(
    [project('a', 359), project('b', 360), project('c', 389, 'water'), project('d', 390)],
    '60%',
  )

  it('moves what lies between the cuts, each edge on its own side', () => {
    expect(told.moved.map(({ project, rule, before, after }) => [project, rule, before, after])).toEqual([
      ['b', 'progress', 'red', 'yellow'],
      ['c', 'progress', 'red', 'yellow'],
    ])
    expect(told.projects).toBe(2)
    expect(told.before.get('progress')).toEqual({ red: 3, yellow: 1 })
    expect(told.after.get('progress')).toEqual({ red: 1, yellow: 3 })
  })

  it('names the units concerned and the actions that are proposed no more', () => {
    expect(told.units).toEqual([
      { unit: 'housing', projects: 1 },
      { unit: 'water', projects: 1 },
    ])
    expect(told.actions).toEqual({ before: 3, after: 1 })
  })

  it('tells a target whose value is now met, and one that is gone', () => {
    const lower = {
      ...SAMPLE,
      targets: SAMPLE.targets.flatMap(one =>
        one.id === 'completion'
          ? [{ ...one, floor: { '2023-01-01': { value: '30%' } } }]
          : one.id === 'starts'
            ? []
            : [one],
      ),
    }
    const { targets } = effects([project('a', 380)], '65%', lower)
    expect(targets).toEqual([
      { id: 'completion', before: 'short', after: 'floor-met' },
      { id: 'starts', before: 'unreported', after: null },
    ])
  })

  it('lets a light that is taken away end', () => {
    const fewer = { ...SAMPLE, lights: SAMPLE.lights.filter(one => one.id !== 'progress') }
    const { moved } = effects([project('a', 359)], '65%', fewer)
    expect(moved.filter(one => one.rule === 'progress')).toMatchObject([{ before: 'red', after: null }])
  })
})

it('is the difference of two evaluations', () => {
  fc.assert(
    fc.property(someProjects, fc.integer({ min: 0, max: 84 }), (projects, cut) => {
      const told = effects(projects, `${cut}%`)
      const facts = factsOf(projects)
      const one = evaluate(SAMPLE, facts, AS_OF).lights
      const other = evaluate(SAMPLE, { ...facts, settings: { 'red-cut': `${cut}%` } }, AS_OF).lights
      const key = (light: (typeof one)[number]) => `${light.project} ${light.list} ${light.rule}`
      const was = new Map(one.map(light => [key(light), light.colour]))
      const moved = other.filter(light => was.get(key(light)) !== light.colour).map(key)
      expect(told.moved.map(({ project, list, rule }) => `${project} ${list} ${rule}`).sort()).toEqual(
        moved.sort(),
      )
      expect(told.projects).toBe(new Set(told.moved.map(light => light.project)).size)
    }),
    { numRuns: 60 },
  )
})
