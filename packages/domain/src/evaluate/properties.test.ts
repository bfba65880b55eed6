import { canonicalJson, type Day } from '@guatu/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportedFact } from '../facts/index.ts'
import { compileLight, judge, settingValues } from '../light/index.ts'
import { day, factsOf, money, PROJECTS, projectFacts, reportedFacts, someProjects } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { evaluate, finish, type ProjectFacts, replaceProject, replaceReported, start } from './evaluate.ts'

type Edit =
  | { readonly kind: 'put'; readonly facts: ProjectFacts }
  | { readonly kind: 'drop'; readonly id: string }
  | { readonly kind: 'reported'; readonly reported: readonly ReportedFact[] }

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constantFrom(...PROJECTS).chain(id => projectFacts(id).map(facts => ({ kind: 'put' as const, facts }))),
  fc.constantFrom(...PROJECTS).map(id => ({ kind: 'drop' as const, id })),
  reportedFacts.map(reported => ({ kind: 'reported' as const, reported })),
)
const judged = (projects: readonly ProjectFacts[], asOf: Day) => evaluate(SAMPLE, factsOf(projects), asOf)

describe('an evaluation', () => {
  it('after any sequence of edits equals a full one, byte by byte', () => {
    fc.assert(
      fc.property(
        someProjects,
        reportedFacts,
        day,
        fc.array(edit, { maxLength: 8 }),
        (all, reported, asOf, edits) => {
          const known = new Map(all.map(one => [one.project.id, one]))
          let figures: readonly ReportedFact[] = reported
          let running = start(SAMPLE, factsOf(all, reported), asOf)
          for (const one of edits) {
            if (one.kind === 'reported') {
              figures = one.reported
              running = replaceReported(running, figures)
              continue
            }
            const id = one.kind === 'put' ? one.facts.project.id : one.id
            const facts = one.kind === 'put' ? one.facts : undefined
            known.delete(id)
            if (facts) known.set(id, facts)
            running = replaceProject(running, id, facts)
          }
          const incremental = finish(running)
          const full = evaluate(SAMPLE, factsOf([...known.values()], figures), asOf)
          expect(incremental).toEqual(full)
          expect(canonicalJson(incremental)).toBe(canonicalJson(full))
        },
      ),
    )
  })

  it('does not change the one it was made from', () => {
    fc.assert(
      fc.property(someProjects, day, edit, (all, asOf, one) => {
        fc.pre(one.kind === 'put')
        const running = start(SAMPLE, factsOf(all), asOf)
        const before = canonicalJson(finish(running))
        if (one.kind === 'put') replaceProject(running, one.facts.project.id, one.facts)
        expect(canonicalJson(finish(running))).toBe(before)
      }),
    )
  })

  it('is the same whatever the order of its facts', () => {
    const shuffle = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length })
    const shuffled = fc
      .tuple(someProjects, reportedFacts)
      .map(([projects, reported]) => factsOf(projects, reported))
      .chain(facts =>
        fc.tuple(
          fc.constant(facts),
          fc
            .tuple(
              shuffle(facts.projects),
              shuffle(facts.memberships),
              shuffle(facts.returns),
              shuffle(facts.reported),
            )
            .map(([projects, memberships, returns, reported]) => ({
              ...facts,
              projects,
              memberships,
              returns,
              reported,
            })),
        ),
      )
    fc.assert(
      fc.property(shuffled, day, ([facts, other], asOf) => {
        expect(canonicalJson(evaluate(SAMPLE, other, asOf))).toBe(
          canonicalJson(evaluate(SAMPLE, facts, asOf)),
        )
      }),
    )
  })
})

describe('a light', () => {
  const rules = new Map(
    SAMPLE.lights.map(light => [light.id, compileLight(light, SAMPLE, settingValues(SAMPLE, {}))]),
  )

  it('follows from the inputs it names alone', () => {
    fc.assert(
      fc.property(someProjects, day, (projects, asOf) => {
        for (const light of judged(projects, asOf).lights) {
          const rule = rules.get(light.rule)
          if (!rule) throw new Error(`no rule ${light.rule}`)
          const again = judge(rule, JSON.parse(canonicalJson(light.because)))
          expect(again).toEqual({ colour: light.colour, severity: light.severity, reason: light.reason })
        }
      }),
    )
  })

  it('of progress never gets worse when more investment is completed', () => {
    const investment = fc.record({ before: money, more: fc.integer({ min: 0, max: 1_000_000_000 }) })
    fc.assert(
      fc.property(projectFacts('a'), day, investment, (project, asOf, { before, more }) => {
        const severities = (invested: number) => {
          const returns = project.returns.map(one => ({
            ...one,
            figures: { ...one.figures, 'invest-ytd': invested },
          }))
          return judged([{ ...project, returns }], asOf)
            .lights.filter(light => light.rule === 'progress' || light.rule === 'gap')
            .map(light => ({ rule: light.rule, list: light.list, severity: light.severity }))
        }
        const after = severities(before + more)
        severities(before).forEach((light, index) => {
          expect(after[index]).toMatchObject({ rule: light.rule, list: light.list })
          expect(after[index]?.severity).toBeLessThanOrEqual(light.severity)
        })
      }),
      { numRuns: 300 },
    )
  })
})
