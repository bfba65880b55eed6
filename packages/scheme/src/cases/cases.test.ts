import { describe, expect, test } from 'vitest'
import { parseCases } from './index.ts'

const file = (body: string) => parseCases(`scheme: small\ncases:\n${body}`, 'cases.yaml')
const DUTY = `  - name: twice
    asOf: 2023-06-30
    duty: visits
    records: { visits: [{ role: leader, on: 2023-06-05, times: 2 }] }
    expect: { state: met }`

describe('a file of cases', () => {
  test('is read by the kind that each case names', () => {
    const { cases, findings } = file(DUTY)
    expect(findings).toEqual([])
    expect(cases?.cases[0]).toMatchObject({ duty: 'visits', records: { visits: [{ times: 2 }], steps: [] } })
  })

  test.each([
    ['an unknown key of its kind', DUTY.replace('role: leader', 'rolle: leader'), 6, 'scheme.unknown-key'],
    ['a day that is none', DUTY.replace('2023-06-05', '2023-06-31'), 6, 'scheme.shape'],
    ['no kind', DUTY.replace('duty:', 'duties:'), 3, 'scheme.shape'],
    ['nothing expected', DUTY.replace('{ state: met }', '{}'), 7, 'scheme.shape'],
  ])('is refused at the place of %s', (_, body, line, code) => {
    const { cases, findings } = file(body)
    expect(cases).toBeUndefined()
    expect(findings.map(one => [one.line, one.code])).toContainEqual([line, code])
  })
})
