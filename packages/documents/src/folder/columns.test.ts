import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { COMMON_FIELDS } from '@guatu/domain'
import { expect, test } from 'vitest'
import { EXEMPTIONS, MEMBERSHIPS, MONTHS, PROJECTS, SETTINGS, UNITS } from './columns.ts'

const guide = readFileSync(fileURLToPath(new URL('../../../../docs/data-format.md', import.meta.url)), 'utf8')
const told = new Set([...guide.matchAll(/`([a-z0-9_]+)`/g)].map(match => match[1]))

test('the guide for outsiders names every column', () => {
  const columns = [UNITS, PROJECTS, MEMBERSHIPS, SETTINGS, EXEMPTIONS].flatMap(one => [
    ...one.required,
    ...one.optional,
  ])
  const fields = Object.keys(COMMON_FIELDS).map(id => id.replaceAll('-', '_'))
  const all = [...columns, ...fields, 'indicator', 'unit', 'period'].filter(name => !MONTHS.includes(name))
  expect(all.filter(name => !told.has(name))).toEqual([])
  expect([told.has(MONTHS[0]), told.has(MONTHS[11])]).toEqual([true, true])
})
