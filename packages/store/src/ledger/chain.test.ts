import { canonicalJson } from '@guatu/kernel'
import { expect, it } from 'vitest'
import { hashOf } from './chain.ts'
import { entryRow, factRow } from './rows.ts'
import { sha256 } from './sha256.ts'

const placed = {
  jurisdiction_id: 'j',
  seq: 7,
  batch_id: 'b',
  entered_by: 'clerk "甲"',
  recorded_at: '2026-01-01T00:00:00.000Z',
  prev_hash: 'a'.repeat(64),
}

const ENTRY = {
  subject: { kind: 'project', project: 'p' },
  period: '2020-05',
  figures: { 'invest-ytd': 1, mood: 'good', heads: null },
  origin: { via: 'form' },
} as const

it('hashes the canonical JSON of every column that is not null, of entries and of facts', () => {
  const entry = entryRow(ENTRY)
  const fact = factRow({
    word: 'setting',
    subject: 's',
    effectiveFrom: '2020-01-01',
    body: { b: 1, a: [null] },
  })
  for (const row of [
    { ...entry, ...placed },
    { ...fact, ...placed },
  ]) {
    const named = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
    expect(hashOf(row as never)).toBe(sha256(canonicalJson(named)))
  }
})

it('hashes a row without a correction as before there were any, and covers one', () => {
  // Taken from the version before the columns of corrections.
  const before = '55a366fa5608248b8a19fa34dee28186b5bcb69859098cca585d009b3c252b50'
  expect(hashOf({ ...entryRow(ENTRY), ...placed })).toBe(before)
  const correction = { period: '2020-05', proposedBy: 'li' }
  const hashes = [correction, { ...correction, period: '2020' }, { ...correction, proposedBy: 'wang' }].map(
    one => hashOf({ ...entryRow({ ...ENTRY, correction: one }), ...placed }),
  )
  expect(new Set([before, ...hashes]).size).toBe(4)
})
