import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Entry, type FoldedEntry, foldEntries } from '../entry/index.ts'
import type { FieldValue } from '../facts/index.ts'
import { undoWrites } from './undo.ts'

const subject = { kind: 'project', project: 'p1' } as const
const figures = fc.dictionary(
  fc.constantFrom('invest-ytd', 'paid-ytd', 'progress'),
  fc.option(fc.integer({ min: 0, max: 99 }), { nil: null }),
  { minKeys: 1 },
)

const values = (folded: readonly FoldedEntry[]) => folded.map(({ period, figures }) => ({ period, figures }))

describe('undoWrites', () => {
  it('restores every figure that stood before, whatever the batch said', () => {
    fc.assert(
      fc.property(fc.array(figures, { maxLength: 4 }), figures, (history, said) => {
        const before = history.map(
          (given, index): Entry => ({
            seq: index + 1,
            subject,
            period: '2023-05',
            figures: given,
            origin: { via: 'form' },
          }),
        )
        const seq = before.length + 1
        const entry: Entry = { seq, subject, period: '2023-05', figures: said, origin: { via: 'import' } }
        const known: Record<string, FieldValue> = foldEntries(before)[0]?.figures ?? {}
        const stood = Object.fromEntries(Object.keys(said).map(field => [field, known[field] ?? null]))
        const undone = undoWrites({ entries: [{ entry, before: stood, overwritten: [] }], facts: [] }, 'undo')
        if (!undone.ok) throw new Error('refused')
        const after = undone.value.entries.map((one, index): Entry => ({ ...one, seq: seq + 1 + index }))
        const folded = values(foldEntries([...before, entry, ...after]))
        const start = values(foldEntries(before))
        expect(folded.filter(one => Object.keys(one.figures).length > 0)).toEqual(
          start.filter(one => Object.keys(one.figures).length > 0),
        )
      }),
    )
  })

  it('removes what the batch began and refuses as a whole when something later stands on it', () => {
    const fact = {
      word: 'project',
      subject: 'p1',
      project: 'p1',
      effectiveFrom: '2023-01-01',
      body: { id: 'p1' },
    }
    const begun = undoWrites({ entries: [], facts: [{ ...fact, overwritten: false }] }, 'undo')
    expect(begun).toMatchObject({
      ok: true,
      value: { facts: [{ word: 'project', subject: 'p1', removed: true }] },
    })
    const overtaken = undoWrites({ entries: [], facts: [{ ...fact, overwritten: true }] }, 'undo')
    expect(overtaken).toEqual({ ok: false, error: { code: 'undo.overtaken', params: { count: 1 } } })
  })
})
