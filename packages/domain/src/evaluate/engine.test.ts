import { createHash } from 'node:crypto'
import { canonicalJson } from '@guatu/kernel'
import { expect, it } from 'vitest'
import { factsOf } from '../testing/facts.ts'
import { SAMPLE } from '../testing/scheme.ts'
import { ENGINE } from './engine.ts'
import { evaluate } from './evaluate.ts'

it('has another name when it judges otherwise: raise ENGINE, then take the new hash here', () => {
  const facts = factsOf([
    {
      project: { id: 'a', name: 'a', leadUnit: 'housing' },
      memberships: [{ project: 'a', list: 'key', year: 2023, annualPlan: 1200, nature: 'new' }],
      returns: [{ project: 'a', period: '2023-05', figures: { 'invest-ytd': 300, stage: 'started' } }],
    },
    {
      project: { id: 'b', name: 'b' },
      memberships: [{ project: 'b', list: 'backed', year: 2023, annualPlan: 5000 }],
      returns: [],
    },
  ])
  const text = canonicalJson(evaluate(SAMPLE, facts, '2023-05-31'))
  expect([ENGINE, createHash('sha256').update(text).digest('hex')]).toEqual([
    '2',
    'dbcd728890d71ec3c7047f997133268e10c439483d973c402c9b6cc47474c778',
  ])
})
