import { compareRates, type Day } from '@guatu/kernel'
import { parseScheme, type Scheme } from '@guatu/scheme'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../columns/index.ts'
import { type Evaluation, evaluate, type LightValue } from '../evaluate/index.ts'
import type { Facts } from '../facts/index.ts'
import type { SettingValues } from '../light/index.ts'
import { day, factsOf, reportedFacts, someProjects } from '../testing/facts.ts'
import { SAMPLE, sampleLight } from '../testing/scheme.ts'
import { type Judging, replayMoment, withSettings } from './index.ts'

/** Another plan over the same lists: other cuts, other colours, one dimension gone, one twice, one list fewer. */
const OTHER: Scheme = {
  ...SAMPLE,
  colours: [
    { ...SAMPLE.colours[0], id: 'red' },
    { ...SAMPLE.colours[1], id: 'amber', severity: 2 },
    { ...SAMPLE.colours[2], id: 'green' },
  ] as Scheme['colours'],
  lists: SAMPLE.lists.filter(list => list.id === 'key'),
  indicators: SAMPLE.indicators.filter(indicator => indicator.id !== 'stat-ytd'),
  targets: SAMPLE.targets.flatMap(target => {
    if (target.id === 'completion') return [{ ...target, floor: { '2023-01-01': { value: '40%' } } }]
    return target.id === 'backed-year' ? [] : [target]
  }),
  lights: [
    {
      ...sampleLight('progress'),
      bands: [{ below: '90%', colour: 'red' }, { upTo: '95%', colour: 'amber' }, { colour: 'green' }],
      leadsTo: { red: { action: 'talk', on: 'owner-unit', confirm: 'leader' } },
    },
    {
      ...sampleLight('gap'),
      id: 'gap-again',
      dimension: 'progress',
      bands: [{ upTo: '-5pp', colour: 'amber' }, { colour: 'green' }],
      leadsTo: { amber: { action: 'listed-supervision', on: 'responsible-unit', confirm: 'dispatcher' } },
    },
    { ...sampleLight('start'), bands: [{ upTo: '3d', colour: 'green' }, { colour: 'red' }] },
  ],
}

const facts = fc.tuple(someProjects, reportedFacts).map(([projects, reported]) => factsOf(projects, reported))
const plan = fc.constantFrom<Scheme>(SAMPLE, OTHER)
const judging = fc
  .tuple(
    plan,
    fc.constantFrom<SettingValues>({}, { 'red-cut': '84%' }, { 'red-cut': '1%', season: '06-01/06-30' }),
  )
  .map(([scheme, settings]): Judging => ({ scheme, settings }))

const replayed = (of: Facts, asOf: Day, before: Judging, after: Judging) =>
  replayMoment({ period: asOf, asOf, columns: columnsOf(of), before, after })

/** The plain way: both plans evaluated whole, then compared. */
function plainly(of: Facts, asOf: Day, before: Judging, after: Judging) {
  const [was, is] = [before, after].map(one =>
    evaluate(one.scheme, { ...of, settings: one.settings }, asOf),
  ) as [Evaluation, Evaluation]
  return { was, is, wasLights: byKey(was), isLights: byKey(is) }
}

/** Of lights of one dimension on one project and list the worst. */
function byKey({ lights }: Evaluation): Map<string, LightValue> {
  const found = new Map<string, LightValue>()
  const weight = (one: LightValue | undefined) => (!one ? -2 : one.colour === 'none' ? -1 : one.severity)
  for (const one of lights) {
    const key = `${one.project} ${one.list} ${one.dimension}`
    if (weight(one) > weight(found.get(key))) found.set(key, one)
  }
  return found
}

const actionKeys = ({ actions }: Evaluation, { scheme }: Judging) =>
  new Set(
    actions.map(({ project, list, action, rule, colour }) => {
      const on = scheme.lights.find(light => light.id === rule)?.leadsTo[colour]?.on
      return `${project} ${list} ${action} ${on}`
    }),
  )

const overallOf = ({ overall }: Evaluation, project: string) =>
  overall.find(
    one =>
      one.project === project &&
      one.list === '*' &&
      overall.some(of => of.project === project && of.list !== '*'),
  )?.colour ?? null

describe('a replay', () => {
  it('says what evaluating both plans and comparing them says', () => {
    fc.assert(
      fc.property(facts, day, judging, judging, (of, asOf, before, after) => {
        const ours = replayed(of, asOf, before, after)
        const { columns } = ours.moment
        const { was, is, wasLights, isLights } = plainly(of, asOf, before, after)
        const changed = new Set<string>()
        const name = (p: number, row: number) =>
          `${columns.projects[p]?.id} ${columns.plans.facts[row]?.list}`

        const lights = [...ours.lights()]
        expect(lights.map(one => `${name(one.p, one.row)} ${one.dimension}`).sort()).toEqual(
          [...new Set([...wasLights.keys(), ...isLights.keys()])].sort(),
        )
        for (const turn of lights) {
          const key = `${name(turn.p, turn.row)} ${turn.dimension}`
          const [plainWas, plainIs] = [wasLights.get(key), isLights.get(key)]
          expect([turn.before?.colour, turn.after?.colour]).toEqual([plainWas?.colour, plainIs?.colour])
          expect(turn.changed).toBe(plainWas?.colour !== plainIs?.colour)
          const told = ours.told(turn)
          expect([told.before ?? undefined, told.after ?? undefined]).toEqual([plainWas, plainIs])
          if (turn.changed) changed.add(columns.projects[turn.p]?.id ?? '')
        }

        const [asked, asks] = [actionKeys(was, before), actionKeys(is, after)]
        const actions = [...ours.actions()]
        const keyed = (which: string) =>
          actions
            .filter(one => one.turn === which)
            .map(one => `${name(one.p, one.row)} ${one.action} ${one.on}`)
            .sort()
        expect(keyed('raised')).toEqual([...asks].filter(key => !asked.has(key)).sort())
        expect(keyed('dropped')).toEqual([...asked].filter(key => !asks.has(key)).sort())
        expect([ours.raised, ours.dropped]).toEqual([keyed('raised').length, keyed('dropped').length])
        for (const { p } of actions) changed.add(columns.projects[p]?.id ?? '')

        const cells = new Map<string, number>()
        for (const { id } of of.projects) {
          const [from, to] = [overallOf(was, id), overallOf(is, id)]
          if (from === null && to === null) continue
          cells.set(`${from} ${to}`, (cells.get(`${from} ${to}`) ?? 0) + 1)
          if (from !== to) changed.add(id)
        }
        expect(new Map(ours.matrix.map(one => [`${one.from} ${one.to}`, one.projects]))).toEqual(cells)
        expect(ours.changed).toBe(changed.size)

        const states = (one: Evaluation) => new Map(one.targets.map(target => [target.id, target.state]))
        const [state, now] = [states(was), states(is)]
        const differing = [...new Set([...state.keys(), ...now.keys()])].filter(
          id => state.get(id) !== now.get(id),
        )
        expect(ours.targets).toEqual(
          differing.map(target => ({
            target,
            before: state.get(target) ?? null,
            after: now.get(target) ?? null,
          })),
        )

        for (const { unit, before: unitWas, after: unitIs } of ours.units())
          for (const [standing, one, side] of [
            [unitWas, was, before],
            [unitIs, is, after],
          ] as const) {
            const led = of.projects.filter(project => project.leadUnit === unit).map(project => project.id)
            const colours = led.map(id => overallOf(one, id)).filter(colour => colour !== null)
            expect(standing.projects).toBe(colours.length)
            expect(standing.red).toEqual({
              n: colours.filter(colour => colour === 'red').length,
              d: colours.length,
            })
            for (const { id } of side.scheme.colours)
              expect(standing.colours[id] ?? 0).toBe(colours.filter(colour => colour === id).length)
          }
      }),
      { numRuns: 200 },
    )
  })

  it('of an unchanged plan changes nothing', () => {
    fc.assert(
      fc.property(facts, day, judging, (of, asOf, one) => {
        const ours = replayed(of, asOf, one, one)
        expect([ours.changed, ours.recoloured, ours.raised, ours.dropped]).toEqual([0, 0, 0, 0])
        expect(ours.targets).toEqual([])
        expect([...ours.lights()].filter(turn => turn.changed)).toEqual([])
        for (const { before, after } of ours.units()) expect(after).toEqual(before)
      }),
    )
  })

  it('ranks units by red share: greater is before, equal is together', () => {
    fc.assert(
      fc.property(facts, day, judging, judging, (of, asOf, before, after) => {
        const units = replayed(of, asOf, before, after)
          .units()
          .map(one => one.after)
        for (const a of units)
          for (const b of units) {
            if (a.rank === null || b.rank === null) continue
            expect(Math.sign(a.rank - b.rank)).toBe(Math.sign(compareRates(b.red, a.red)))
          }
      }),
    )
  })

  it('of a changed setting is that of the plan with the number changed in its text', () => {
    const cut = fc.integer({ min: 0, max: 84 }).map(n => `${n}%`)
    fc.assert(
      fc.property(facts, day, cut, (of, asOf, value) => {
        const parsed = { scheme: SAMPLE, file: 'sample.yaml', place: () => ({ line: 1, column: 1 }) }
        const set = withSettings(parsed, {}, { 'red-cut': value })
        if (!set.ok) throw new Error(JSON.stringify(set.error))
        const text = JSON.stringify(SAMPLE).replace('"default":"65%"', `"default":"${value}"`)
        const changed = parseScheme(text, 'text.yaml').parsed
        if (!changed) throw new Error('the changed text does not parse')
        const now = { scheme: SAMPLE, settings: {} }
        const bySetting = replayed(of, asOf, now, set.value)
        const byText = replayed(of, asOf, now, { scheme: changed.scheme, settings: {} })
        expect([...bySetting.lights()]).toEqual([...byText.lights()])
        expect([...bySetting.actions()]).toEqual([...byText.actions()])
        expect(bySetting.units()).toEqual(byText.units())
        expect(bySetting.matrix).toEqual(byText.matrix)
        expect(bySetting.targets).toEqual(byText.targets)
      }),
    )
  })
})
