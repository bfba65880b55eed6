import { must } from '@guatu/kernel'
import { describe, expect, it } from 'vitest'
import { saveSourceFile, sourceFile } from '../import/source-file.ts'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { appendBatch } from '../ledger/append.ts'
import type { NewEntry } from '../ledger/new.ts'
import { personFact } from '../post/post.ts'
import { projectFact } from '../project/project.ts'
import { readScope, type Scope, withScope } from '../scope/scope.ts'
import { testDatabase } from '../testing/index.ts'
import { batchContents } from './batch.ts'
import { entriesOf, entryBySeq } from './trail.ts'

const database = await testDatabase()
await createJurisdiction(database, { id: 'zs', name: '柞水县' })
const clerk: Scope = { jurisdiction: 'zs', person: 'li', reads: 'all' }
const housing: Scope = { jurisdiction: 'zs', person: 'wang', reads: { units: ['housing'] } }
const DAY = '2020-01-01'
const entry = (project: string, figures: NewEntry['figures'], more: Partial<NewEntry> = {}): NewEntry => ({
  subject: { kind: 'project', project },
  period: '2020-05',
  figures,
  origin: { via: 'form' },
  ...more,
})

const file = await withScope(database, clerk, tx =>
  saveSourceFile(tx, { name: '五月.xlsx', bytes: new TextEncoder().encode('bytes') }),
)
await withScope(database, clerk, tx =>
  appendBatch(tx, {
    batch: 'first',
    facts: [
      personFact({ id: 'li', name: '李明' }, DAY),
      projectFact({ id: 'a', name: '甲', leadUnit: 'housing' }, DAY),
      projectFact({ id: 'b', name: '乙', leadUnit: 'water' }, DAY),
    ],
    entries: [entry('a', { heads: 1, mood: 'x' }, { origin: { via: 'import', file, sheet: '表1', row: 7 } })],
  }),
)
await withScope(database, clerk, tx =>
  appendBatch(tx, {
    batch: 'second',
    facts: [projectFact({ id: 'a', name: '甲二', leadUnit: 'housing' }, '2020-03-01')],
    entries: [
      entry('a', { heads: 2, size: 3 }, { reason: '更正', reportedBy: 'housing' }),
      entry('b', { heads: 9 }),
      entry('a', { mood: null }),
    ],
  }),
)
await withScope(database, housing, tx =>
  appendBatch(tx, { batch: 'third', entries: [entry('a', { size: 4 })] }),
)

describe('the trail of a project', () => {
  it('names who wrote what, why and from which row, newest first', async () => {
    const trail = await readScope(database, clerk, tx => entriesOf(tx, 'a'))
    expect(trail.map(({ seq, enteredBy, enteredByName }) => [seq, enteredBy, enteredByName])).toEqual([
      [9, 'wang', undefined],
      [8, 'li', '李明'],
      [6, 'li', '李明'],
      [4, 'li', '李明'],
    ])
    expect(trail[2]).toMatchObject({
      reason: '更正',
      reportedBy: 'housing',
      batch: 'second',
      figures: { heads: 2, size: 3 },
    })
    expect(trail[3]).toMatchObject({
      origin: { via: 'import', file, sheet: '表1', row: 7 },
      fileName: '五月.xlsx',
    })
  })

  it('is closed to who may not see the project', async () => {
    const seen = (scope: Scope) =>
      readScope(database, scope, async tx => [
        (await entriesOf(tx, 'b')).length,
        (await entryBySeq(tx, 7)) !== undefined,
      ])
    expect(await seen(clerk)).toEqual([1, true])
    expect(await seen(housing)).toEqual([0, false])
  })

  it('has no entry under the seq of a fact', async () => {
    expect(await readScope(database, clerk, tx => entryBySeq(tx, 1))).toBeUndefined()
  })
})

describe('a source file', () => {
  it('is given back byte by byte to who reads all', async () => {
    const kept = await readScope(database, clerk, tx => sourceFile(tx, file))
    expect(new TextDecoder().decode(kept?.bytes)).toBe('bytes')
  })

  it('is closed to who sees a part and did not bring it', async () => {
    const seen = () => readScope(database, housing, tx => sourceFile(tx, file))
    expect(await seen()).toBeUndefined()
    await withScope(database, housing, tx =>
      saveSourceFile(tx, { name: 'own.xlsx', bytes: new TextEncoder().encode('bytes') }),
    )
    expect(await seen()).toMatchObject({ name: 'own.xlsx', uploadedBy: 'wang' })
  })
})

describe('batchContents', () => {
  it('tells what stood before and what has been written since', async () => {
    const contents = must(await readScope(database, clerk, tx => batchContents(tx, 'second')), 'the batch')
    expect(contents.enteredBy).toBe('li')
    expect(
      contents.entries.map(({ entry: { seq }, before, overwritten }) => ({ seq, before, overwritten })),
    ).toEqual([
      { seq: 6, before: { heads: 1, size: null }, overwritten: ['size'] },
      { seq: 7, before: { heads: null }, overwritten: [] },
      { seq: 8, before: { mood: 'x' }, overwritten: [] },
    ])
    expect(contents.facts).toMatchObject([
      { subject: 'a', body: { name: '甲二' }, before: { name: '甲' }, overwritten: false },
    ])
  })

  it('gives of a batch what the scope sees, and nothing of one it does not see', async () => {
    const seen = await readScope(database, housing, tx => batchContents(tx, 'second'))
    expect(seen?.entries.map(({ entry: { seq } }) => seq)).toEqual([6, 8])
    const foreign: Scope = { ...housing, reads: { units: ['nobody'] } }
    expect(await readScope(database, foreign, tx => batchContents(tx, 'third'))).toBeUndefined()
    expect(await readScope(database, clerk, tx => batchContents(tx, 'unheard-of'))).toBeUndefined()
  })

  it('shows that a project was not there before, and that a later batch changed it', async () => {
    const contents = await readScope(database, clerk, tx => batchContents(tx, 'first'))
    expect(contents?.facts.map(fact => [fact.subject, fact.before, fact.overwritten])).toEqual([
      ['li', undefined, false],
      ['a', undefined, true],
      ['b', undefined, false],
    ])
  })
})
