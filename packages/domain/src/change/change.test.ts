import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boardView } from '../board/index.ts'
import type { ProjectFacts } from '../evaluate/index.ts'
import { rowOf } from '../standing/row.ts'
import { factsOf, projectFacts, someProjects } from '../testing/facts.ts'
import { sampleStanding } from '../testing/standing.ts'
import { sourced } from './behind.ts'
import type { Change } from './change.ts'
import { changesBetween, countChanges, sumsBetween } from './changes.ts'
import { withEarlier } from './side.ts'

const viewOf = (projects: readonly ProjectFacts[], asOf: string) =>
  sampleStanding(factsOf(projects), asOf).all
const JUNE = '2023-06-30'

/** 1000 planned in the year, on the list `key`. */
const project = (id: string, more: Partial<ProjectFacts> = {}): ProjectFacts => ({
  project: { id, name: `项目${id}`, leadUnit: 'housing' },
  memberships: [{ project: id, list: 'key', year: 2023, nature: 'new', annualPlan: 1000 }],
  returns: [],
  ...more,
})
const returned = (period: string, figures: Record<string, number | string>, entry: number) => ({
  project: 'a',
  period,
  figures,
  sources: Object.fromEntries(Object.keys(figures).map(field => [field, entry])),
})
const changesOf = (was: ProjectFacts[], is: ProjectFacts[], from = JUNE, to = from): readonly Change[] =>
  changesBetween(viewOf(was, from), viewOf(is, to))[0]?.changes ?? []

describe('what differs', () => {
  it('is nothing between a thing and itself', () => {
    fc.assert(
      fc.property(someProjects, fc.constantFrom(JUNE, '2024-01-31'), (projects, asOf) => {
        const one = changesBetween(viewOf(projects, asOf), viewOf(projects, asOf))
        expect(one).toEqual([])
        expect(Object.values(countChanges(one)).every(count => count === 0)).toBe(true)
      }),
    )
  })

  it('adds up to the difference of the two boards', () => {
    fc.assert(
      fc.property(someProjects, someProjects, (was, is) => {
        const [before, now] = [viewOf(was, JUNE), viewOf(is, JUNE)]
        const [a, b] = [boardView({ view: before }).total, boardView({ view: now }).total]
        const changes = changesBetween(before, now)
        for (const colour of Object.keys(b.colours)) {
          const came = changes.filter(one => one.overall.to === colour).length
          const went = changes.filter(one => one.overall.from === colour).length
          expect((a.colours[colour] ?? 0) + came - went).toBe(b.colours[colour])
        }
        const { joined, left } = countChanges(changes)
        expect(before.size + joined - left).toBe(now.size)
        const sums = sumsBetween(before, now)
        expect([sums.projects.from, sums.projects.to]).toEqual([a.projects, b.projects])
        expect([sums.invested.from, sums.invested.to]).toEqual([a.invested, b.invested])
        expect([sums.started.from, sums.started.to]).toEqual([a.started, b.started])
      }),
    )
  })

  it('is told the same whether the earlier standing was made whole or from the projects that differ', () => {
    const edits = fc.array(
      fc.constantFrom('a', 'b', 'c').chain(id => fc.tuple(fc.constant(id), fc.option(projectFacts(id)))),
    )
    fc.assert(
      fc.property(someProjects, edits, (was, changed) => {
        const held = new Map(was.map(one => [one.project.id, one]))
        const earlier = new Map<string, ProjectFacts | undefined>()
        for (const [id, facts] of changed) {
          if (!earlier.has(id)) earlier.set(id, held.get(id))
          if (facts) held.set(id, facts)
          else held.delete(id)
        }
        const before = viewOf(was, JUNE)
        const now = viewOf([...held.values()], JUNE)
        const rows = [...earlier].map(([id, facts]) => [id, facts && rowOf(now.basis, facts)] as const)
        const patched = withEarlier(now, new Map(rows))
        const whole = changesBetween(before, now)
        expect(changesBetween(patched, now)).toEqual(whole)
        expect(changesBetween(patched, now, earlier.keys())).toEqual(whole)
        expect(sumsBetween(patched, now)).toEqual(sumsBetween(before, now))
      }),
    )
  })
})

describe('each kind', () => {
  it('joined and left', () => {
    expect(changesOf([], [project('a')])).toEqual([{ kind: 'joined' }])
    expect(changesOf([project('a')], [])).toEqual([{ kind: 'left' }])
  })

  it('renamed, and whose it is', () => {
    const is = { ...project('a').project, name: '新名', leader: '甲', leadUnit: 'water' }
    expect(changesOf([project('a')], [project('a', { project: is })])).toEqual([
      { kind: 'renamed', from: '项目a', to: '新名' },
      { kind: 'attribute', attribute: 'lead-unit', from: 'housing', to: 'water' },
      { kind: 'attribute', attribute: 'leader', from: null, to: '甲' },
    ])
  })

  it('investment and stage, with the entry, and the light that they turn', () => {
    const was = project('a', { returns: [returned('2023-06', { 'invest-ytd': 100, stage: 'prepare' }, 7)] })
    const is = project('a', { returns: [returned('2023-06', { 'invest-ytd': 500, stage: 'started' }, 9)] })
    const changes = changesOf([was], [is])
    expect(changes).toContainEqual({
      kind: 'investment',
      from: 100,
      to: 500,
      by: 400,
      newYear: false,
      entry: 9,
    })
    expect(changes).toContainEqual({ kind: 'stage', from: 'prepare', to: 'started', entry: 9 })
    expect(changes).toContainEqual({
      kind: 'light',
      list: 'key',
      dimension: 'progress',
      rule: 'progress',
      from: 'red',
      to: 'green',
      turn: 'better',
    })
    const [before, now] = [viewOf([was], JUNE), viewOf([is], JUNE)]
    const [one] = changesBetween(before, now)
    const light = one && sourced(before, now, one).find(each => each.kind === 'light' && each.list === 'key')
    expect(light?.entry).toBe(9)
  })

  it('a first return of a period, and a figure of the plan itself', () => {
    const june = returned('2023-05', { 'invest-ytd': 500, budget: 100 }, 7)
    const was = project('a', { returns: [june] })
    const is = project('a', { returns: [june, returned('2023-06', { 'invest-ytd': 500, budget: 105 }, 8)] })
    expect(changesOf([was], [is])).toEqual([
      { kind: 'figure', field: 'budget', from: 100, to: 105, entry: 8 },
      { kind: 'reported', from: '2023-05', to: '2023-06' },
    ])
    expect(changesOf([is], [was])).toContainEqual({ kind: 'reported', from: '2023-06', to: '2023-05' })
  })

  it('a plan, and the lists it stands on', () => {
    const [one] = project('a').memberships
    const more = { project: 'a', list: 'backed', year: 2023, annualPlan: 1000 }
    if (!one) throw new Error('no membership')
    expect(
      changesOf([project('a')], [project('a', { memberships: [{ ...one, annualPlan: 1001 }, more] })]),
    ).toEqual(
      expect.arrayContaining([
        { kind: 'plan', list: 'key', year: 2023, from: 1000, to: 1001 },
        { kind: 'membership', list: 'backed', year: 2023, joined: true },
      ]),
    )
    expect(changesOf([project('a', { memberships: [one, more] })], [project('a')])).toContainEqual({
      kind: 'membership',
      list: 'backed',
      year: 2023,
      joined: false,
    })
  })

  it('in January the sum begins again: told once it is reported, as all of the new year', () => {
    const december = returned('2023-12', { 'invest-ytd': 900 }, 7)
    const was = project('a', { returns: [december] })
    const january = project('a', { returns: [december, returned('2024-01', { 'invest-ytd': 30 }, 8)] })
    const kinds = (changes: readonly Change[]) => changes.map(one => one.kind)
    expect(kinds(changesOf([was], [was], '2023-12-31', '2024-01-31'))).not.toContain('investment')
    expect(changesOf([was], [january], '2023-12-31', '2024-01-31')).toContainEqual({
      kind: 'investment',
      from: 900,
      to: 30,
      by: 30,
      newYear: true,
      entry: 8,
    })
  })

  it('a light by the day alone has no entry', () => {
    const is = project('a', { returns: [returned('2023-06', { 'invest-ytd': 500 }, 7)] })
    const [before, now] = [viewOf([is], JUNE), viewOf([is], '2023-11-01')]
    const [one] = changesBetween(before, now)
    expect(one && sourced(before, now, one)).toContainEqual({
      kind: 'light',
      list: 'key',
      dimension: 'progress',
      rule: 'progress',
      from: 'green',
      to: 'red',
      turn: 'worse',
      entry: null,
    })
  })
})

it('worse comes first, then better, then another stage, then the largest amount', () => {
  const of = (id: string, invested: number | undefined, stage = 'started') =>
    project(id, {
      returns: [{ project: id, period: '2023-06', figures: { 'invest-ytd': invested ?? 0, stage } }],
    })
  const was = [of('a', 500), of('b', 500), of('c', 100), of('d', 500), of('e', 600, 'prepare')]
  const is = [of('a', 501), of('b', 900), of('c', 500), of('d', 100), of('e', 600, 'completed')]
  const ids = changesBetween(viewOf(was, JUNE), viewOf(is, JUNE)).map(one => one.project)
  expect(ids).toEqual(['d', 'c', 'e', 'b', 'a'])
  expect(countChanges(changesBetween(viewOf(was, JUNE), viewOf(is, JUNE)))).toMatchObject({
    worse: 1,
    better: 1,
    stage: 1,
    investment: 4,
    joined: 0,
  })
})
