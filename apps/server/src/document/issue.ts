import { writeDocx } from '@guatu/documents'
import type { Day } from '@guatu/kernel'
import { type Database, issueDocument, type Scope, withSnapshot } from '@guatu/store'
import { groundOf, judgeWhole } from '../result/whole.ts'
import { bulletinOf } from './bulletin.ts'
import { DOCX } from './media-type.ts'

/** Makes the bulletin as of a day and keeps its bytes with the result that it stands on; needs a scope that reads all. */
export function issueBulletin(
  database: Database,
  scope: Scope,
  asOf: Day,
): Promise<{ readonly id: string; readonly bytes: Uint8Array }> {
  return withSnapshot(database, scope, async tx => {
    const judged = await judgeWhole(tx, { asOf })
    const { seq } = judged
    const bytes = await writeDocx(bulletinOf(judged, seq))
    const document = {
      kind: 'bulletin',
      fileName: `bulletin-${asOf}-${seq}.docx`,
      mediaType: DOCX,
      asOf,
      seq,
      bytes,
    }
    return { id: await issueDocument(tx, document, groundOf(judged)), bytes }
  })
}
