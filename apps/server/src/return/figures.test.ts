import type { FieldType } from '@guatu/domain'
import { expect, test } from 'vitest'
import { badFigure } from './figures.ts'

const fields = new Map<string, FieldType>([
  ['invest-ytd', 'money'],
  ['variance', 'money'],
  ['stage', 'stage'],
  ['started-on', 'day'],
  ['share', 'rate'],
  ['progress', 'text'],
])

test.each([
  ['invest-ytd', 0],
  ['invest-ytd', Number.MAX_SAFE_INTEGER],
  ['invest-ytd', null],
  ['variance', -1],
  ['stage', 'started'],
  ['started-on', '2020-02-29'],
  ['share', '12.5%'],
  ['progress', 'x'.repeat(2_000)],
])('%s takes %s', (field, value) => {
  expect(badFigure({ [field]: value }, fields)).toBeUndefined()
})

test.each([
  ['invest-ytd', -1],
  ['invest-ytd', Number.MAX_SAFE_INTEGER + 1],
  ['invest-ytd', '12'],
  ['stage', 'finished'],
  ['started-on', '2021-02-29'],
  ['started-on', 20210301],
  ['share', 'much'],
  ['progress', 'x'.repeat(2_001)],
  ['unknown', 1],
  ['toString', null],
])('%s refuses %s', (field, value) => {
  expect(badFigure({ [field]: value }, fields)).toBe(field)
})
