import { describe, expect, it } from 'vitest'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { appendBatch } from '../ledger/append.ts'
import { readScope, type Scope, withScope } from '../scope/scope.ts'
import { testDatabase } from '../testing/index.ts'
import { deleteImportDraft, importDraft, importDrafts, saveImportDraft } from './draft.ts'
import { mappingFact, mappings } from './mapping.ts'

const database = await testDatabase()
await createJurisdiction(database, { id: 'zs', name: '柞水县' })
const li: Scope = { jurisdiction: 'zs', person: 'li', reads: 'all' }
const wang: Scope = { ...li, person: 'wang' }

describe('an import draft', () => {
  it('is saved over itself, and gone when deleted', async () => {
    await withScope(database, li, tx => saveImportDraft(tx, 'd', { step: 1 }))
    await withScope(database, li, tx => saveImportDraft(tx, 'd', [{ step: 2 }]))
    expect(await readScope(database, li, tx => importDraft(tx, 'd'))).toMatchObject({
      id: 'd',
      body: [{ step: 2 }],
    })
    await withScope(database, li, tx => deleteImportDraft(tx, 'd'))
    expect(await readScope(database, li, tx => importDraft(tx, 'd'))).toBeUndefined()
  })

  it("is its person's alone", async () => {
    await withScope(database, li, tx => saveImportDraft(tx, 'own', 1))
    expect(await readScope(database, wang, importDrafts)).toEqual([])
    await expect(withScope(database, wang, tx => saveImportDraft(tx, 'own', 2))).rejects.toThrow(
      /row-level security/,
    )
    await withScope(database, wang, tx => deleteImportDraft(tx, 'own'))
    expect(await readScope(database, li, tx => importDraft(tx, 'own'))).toMatchObject({ body: 1 })
  })
})

describe('a saved mapping', () => {
  it('is listed as last saved', async () => {
    for (const unit of ['万元', '亿元']) {
      await withScope(database, li, tx =>
        appendBatch(tx, { facts: [mappingFact('m', { unit }, '2020-01-01')] }),
      )
    }
    const listed = (asOf: string) => readScope(database, wang, tx => mappings(tx, { asOf }))
    expect(await listed('2020-01-01')).toEqual([{ id: 'm', body: { unit: '亿元' } }])
    expect(await listed('2019-12-31')).toEqual([])
  })
})
