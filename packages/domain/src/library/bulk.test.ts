import { describe, expect, it } from 'vitest'
import type { MembershipFact, ProjectFact, UnitFact } from '../facts/index.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { type BulkChange, planBulk, unknownInBulk } from './bulk.ts'

const units: UnitFact[] = [
  { id: 'housing', name: '住建局', kind: 'bureau' },
  { id: 'water', name: '水务局', kind: 'bureau' },
  { id: 'builder', name: '城投公司', kind: 'enterprise' },
]
const project: ProjectFact = { id: 'a', name: '管网', leadUnit: 'housing', leader: '甲', totalInvest: 5 }
const key: MembershipFact = { project: 'a', list: 'key', year: 2023, nature: 'new', annualPlan: 9 }
const plan = (change: BulkChange, memberships: MembershipFact[] = [key], today = '2023-05-31') =>
  planBulk(change, { projects: [project], memberships, units, scheme: SAMPLE, today })[0]

describe('changing many projects at once', () => {
  it('says what each was and will be, and keeps all else', () => {
    const row = plan({ leadUnit: 'water', leader: null, sector: '水利', fundSource: '专项债' })
    expect(row?.changes).toEqual([
      { field: 'lead-unit', before: '住建局', after: '水务局' },
      { field: 'leader', before: '甲', after: null },
      { field: 'sector', before: null, after: '水利' },
      { field: 'fund-source', before: null, after: '专项债' },
    ])
    expect(row?.facts).toEqual([
      {
        word: 'project',
        subject: 'a',
        project: 'a',
        effectiveFrom: '2023-05-31',
        body: { name: '管网', leadUnit: 'water', sector: '水利', fundSource: '专项债', totalInvest: 5 },
      },
    ])
  })

  it('writes nothing where it is so already', () => {
    expect(
      plan({ leadUnit: 'housing', leader: '甲', sector: null, joins: 'key', leaves: 'backed' }),
    ).toMatchObject({
      changes: [],
      facts: [],
      refusal: null,
    })
  })

  it('puts on a list without a plan and takes off with what stood there', () => {
    const row = plan({ joins: 'backed', leaves: 'key' })
    expect(row?.facts).toEqual([
      {
        word: 'membership',
        subject: 'a/backed/2023',
        project: 'a',
        effectiveFrom: '2023-05-31',
        body: { project: 'a', list: 'backed', year: 2023, nature: 'new' },
      },
      {
        word: 'membership',
        subject: 'a/key/2023',
        project: 'a',
        effectiveFrom: '2023-05-31',
        body: key,
        removed: true,
      },
    ])
  })

  it('refuses to take a project off its last list, and writes nothing of it', () => {
    expect(plan({ leaves: 'key', sector: '水利' })).toMatchObject({ refusal: 'last-list', facts: [] })
    expect(plan({ leaves: 'key' }, [key, { ...key, list: 'backed' }])?.refusal).toBeNull()
    expect(plan({ leaves: 'key' }, [key, { ...key, list: 'backed', year: 2022 }])?.refusal).toBe('last-list')
  })

  it('refuses a list of another year', () => {
    expect(plan({ joins: 'backed' }, [], '2024-01-01')?.refusal).toBe('list-of-other-year')
    expect(plan({ joins: 'backed' }, [], '2023-12-31')?.refusal).toBeNull()
  })

  it.each<[BulkChange, string | undefined]>([
    [{ leadUnit: 'water', joins: 'key', leaves: 'backed' }, undefined],
    [{ leadUnit: 'builder' }, 'leadUnit'],
    [{ leadUnit: 'unheard' }, 'leadUnit'],
    [{ joins: 'unheard' }, 'joins'],
    [{ leaves: 'unheard' }, 'leaves'],
  ])('of %j does not know %s', (change, expected) => {
    expect(unknownInBulk(change, { units, scheme: SAMPLE })).toBe(expected)
  })
})
