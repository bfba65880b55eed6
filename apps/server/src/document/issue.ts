import { MEDIA_TYPES, writeDocument } from '@guatu/documents'
import type { Day } from '@guatu/kernel'
import { type Database, issueDocument, type Scope, withSnapshot } from '@guatu/store'
import { groundOf, judgeWhole } from '../result/whole.ts'
import { bulletinOf } from './bulletin.ts'

/** Makes the bulletin as of a day and keeps its bytes with the result that it stands on; needs a scope that reads all. */
export function issueBulletin(
  database: Database,
  scope: Scope,
  asOf: Day,
): Promise<{ readonly id: string; readonly bytes: Uint8Array }> {
  return withSnapshot(database, scope, async tx => {
    const judged = await judgeWhole(tx, { asOf })
    const { seq } = judged
    const bytes = await writeDocument(bulletinOf(judged, seq), 'docx')
    const document = {
      kind: 'bulletin',
      fileName: `bulletin-${asOf}-${seq}.docx`,
      mediaType: MEDIA_TYPES.docx,
      asOf,
      seq,
      bytes,
    }
    return { id: await issueDocument(tx, document, groundOf(judged)), bytes }
  })
}
