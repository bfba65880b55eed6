import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProjectFacts } from '../evaluate/index.ts'
import { fieldShapes, projectState } from '../project/index.ts'
import { day, factsOf, someProjects } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { columnsOf } from './of-facts.ts'
import { ColumnState } from './state.ts'

const SHAPES = fieldShapes(SAMPLE.fields)
const FIELDS = ['invest-ytd', 'stat-ytd', 'budget', 'stage', 'started-on', 'forecast-completion', 'mood']

/** Figures of every kind, their sources, and one field that holds numbers and words. */
const withMood = (projects: readonly ProjectFacts[]): ProjectFacts[] =>
  projects.map(one => ({
    ...one,
    returns: one.returns.map((of, index) => ({
      ...of,
      figures: { ...of.figures, mood: index % 2 === 0 ? index : 'good' },
      sources: { ...Object.fromEntries(Object.keys(of.figures).map(field => [field, index + 1])) },
    })),
  }))

describe('the state of a project read from columns', () => {
  it('is the one made from its returns, whatever the order of all returns', () => {
    const shuffled = someProjects.map(withMood).chain(projects => {
      const facts = factsOf(projects)
      const { length } = facts.returns
      return fc
        .shuffledSubarray([...facts.returns], { minLength: length })
        .map(returns => ({ projects, facts: { ...facts, returns } }))
    })
    fc.assert(
      fc.property(shuffled, day, ({ projects, facts }, asOf) => {
        const columns = new ColumnState(columnsOf(facts), SHAPES, asOf)
        projects.forEach(({ project, memberships, returns }, p) => {
          const plain = projectState(project, memberships, returns, SHAPES, asOf)
          const state = columns.of(p)
          expect([state.project, state.memberships]).toEqual([project, memberships])
          for (const field of FIELDS) {
            expect(state.latest.get(field)).toEqual(plain.latest.get(field))
            expect(state.first.get(field)).toEqual(plain.first.get(field))
          }
        })
      }),
      { numRuns: 500 },
    )
  })

  it('leaves out returns of projects that are not there', () => {
    const facts = {
      ...factsOf([{ project: { id: 'a', name: 'a' }, memberships: [], returns: [] }]),
      memberships: [{ project: 'b', list: 'key' }],
      returns: [{ project: 'b', period: '2023-05', figures: { 'invest-ytd': 1 } }],
    }
    const { plans, returns } = columnsOf(facts)
    expect([plans.facts.length, returns.period.length]).toEqual([0, 0])
  })
})
