import { describe, expect, it } from 'vitest'
import { createJurisdiction } from '../jurisdiction/jurisdiction.ts'
import { sha256 } from '../ledger/sha256.ts'
import { storedResults } from '../result/index.ts'
import { readScope, type Scope, withScope } from '../scope/scope.ts'
import { testDatabase } from '../testing/index.ts'
import { issueDocument, issuedBytes, issuedDocuments } from './issued.ts'

const database = await testDatabase()
await createJurisdiction(database, { id: 'zs', name: '柞水县' })
const scope: Scope = { jurisdiction: 'zs', person: 'li', reads: 'all' }

describe('an issued document', () => {
  it('is shown from its bytes, newest first', async () => {
    const bytes = Uint8Array.from([0, 255, 10])
    const issue = (fileName: string, seq: number) =>
      withScope(database, scope, tx =>
        issueDocument(
          tx,
          { kind: 'bulletin', fileName, mediaType: 'x/y', asOf: '2020-05-31', seq, bytes },
          { scheme: 'plan', schemeHash: 'p', engine: '1', text: [`{"seq":${seq}}`] },
        ),
      )
    const ids = [await issue('一.docx', 7), await issue('二.docx', 8)]
    const listed = await readScope(database, scope, issuedDocuments)
    expect(listed.map(document => document.id)).toEqual(ids.toReversed())
    expect(listed[0]).toMatchObject({ fileName: '二.docx', sha256: sha256(bytes), seq: 8, issuedBy: 'li' })
    const results = await readScope(database, scope, storedResults)
    expect(results.find(result => result.id === listed[0]?.result)).toMatchObject({
      kind: 'bulletin',
      asOf: '2020-05-31',
      seq: 8,
      sha256: sha256('{"seq":8}'),
    })
    const kept = await readScope(database, scope, tx => issuedBytes(tx, ids[0] ?? ''))
    expect(kept).toMatchObject({ fileName: '一.docx', mediaType: 'x/y' })
    expect([...(kept?.bytes ?? [])]).toEqual([0, 255, 10])
  })
})
