import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { columnsOf, type Facts, replayMoment } from '@guatu/domain'
import { parseScheme } from '@guatu/scheme'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDraft, sidesOf } from './change.ts'

const plan = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../../schemes/${name}/scheme.yaml`, import.meta.url)), 'utf8')
const TEXT = plan('zhashui')
const now = parseScheme(TEXT, 'now.yaml').parsed
if (!now) throw new Error('the plan does not parse')

const FACTS: Facts = {
  jurisdiction: 'zhashui',
  units: [],
  projects: [{ id: 'a', name: '甲', leadUnit: 'u', plannedStart: '2020-03-01' }],
  memberships: [{ project: 'a', list: 'key', year: 2020, nature: 'new', annualPlan: 1_000_000 }],
  returns: [{ project: 'a', period: '2020-04', figures: { 'invest-ytd': 100_000, stage: 'started' } }],
  reported: [],
  settings: { 'gap-red': '-25pp' },
}

/** One word or number of the text in the place of another, or a line left out. */
const lines = TEXT.split('\n')
const words = [...new Set(TEXT.match(/[\w.%-]+/g))]
const mutated = fc.oneof(
  fc.nat(lines.length - 1).map(at => lines.filter((_, index) => index !== at).join('\n')),
  fc.tuple(fc.nat(lines.length - 1), fc.nat(9), fc.constantFrom(...words)).map(([at, nth, word]) =>
    lines
      .map((line, index) => {
        let seen = -1
        return index === at ? line.replace(/[\w.%-]+/g, old => (++seen === nth ? word : old)) : line
      })
      .join('\n'),
  ),
)

it('whatever stands in a draft, it is refused with findings or it judges', () => {
  fc.assert(
    fc.property(mutated, text => {
      const { draft, findings } = readDraft(text, 'draft.yaml')
      if (!draft) {
        expect(findings.length).toBeGreaterThan(0)
        return
      }
      const sides = sidesOf(now, FACTS.settings, { draft })
      if (!sides.ok) throw new Error('a draft changes no setting')
      const columns = columnsOf(FACTS)
      const replayed = replayMoment({ period: '2020-05', asOf: '2020-05-31', columns, ...sides.value })
      for (const turn of replayed.lights()) replayed.told(turn)
      replayed.units()
    }),
    { numRuns: 60 },
  )
}, 60_000)
