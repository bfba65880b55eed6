import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { putSections } from './doc.ts'
import { sections } from './sections.ts'

const DATA = '../shared/data'

test('a section is replaced between its marks and nothing else', () => {
  const doc =
    'a\n<!-- real-data: x -->\nold\n<!-- real-data end -->\nb <!-- real-data: y -->\n<!-- real-data end -->'
  expect(putSections(doc, { x: 'new' })).toBe(
    'a\n<!-- real-data: x -->\n\nnew\n\n<!-- real-data end -->\nb <!-- real-data: y -->\n<!-- real-data end -->',
  )
  expect(() => putSections(doc, { z: '' })).toThrow('no marks of section z')
})

describe.skipIf(!existsSync(DATA))(`docs/real-data.md, skipped where ${DATA} is absent`, () => {
  it('is what `npm run real-data -- --write` makes of the data today', async () => {
    const doc = readFileSync('docs/real-data.md', 'utf8')
    expect(putSections(doc, await sections('.', DATA))).toBe(doc)
  }, 60_000)

  it('shows no address of any page', () => {
    expect(readFileSync('docs/real-data.md', 'utf8')).not.toMatch(/https?:|www\./)
  })
})
