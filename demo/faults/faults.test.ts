import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CATALOGUE } from '@guatu/domain/check'
import { expect, test } from 'vitest'
import { putSections } from '../../examples/real-data/doc.ts'
import { FAULTS } from './plant.ts'
import { MARK, sections } from './sections.ts'

test('docs/checks.md is what `npm run checks -- --write` makes today', () => {
  const doc = readFileSync(fileURLToPath(new URL('../../docs/checks.md', import.meta.url)), 'utf8')
  expect(putSections(doc, sections(), MARK)).toBe(doc)
}, 60_000)

test('every check of a row has a fault that it is to find', () => {
  expect([...Object.keys(FAULTS), 'round.habit']).toEqual(CATALOGUE.map(one => one.id))
})
