import { fillTemplate, type TemplateFault, writeDocument } from '@guatu/documents'
import type { DocumentFormat, DocumentModel } from '@guatu/domain'
import { type DocumentTemplate, documentTemplate, type ScopedTx } from '@guatu/store'
import type { DocumentGround } from './ground.ts'

/** Rows of a PDF, set at some 300 a second in the thread that answers everybody else. */
export const PDF_MOST_ROWS = 1_000

export const rowsOf = ({ blocks, annexes }: DocumentModel): number =>
  [...blocks, ...annexes.flatMap(annex => annex.blocks)].reduce(
    (sum, block) => sum + (block.kind === 'table' ? block.table.rows.length : 1),
    0,
  )

export interface Drawn {
  readonly bytes: Uint8Array
  /** The bureau's template that drew it. */
  readonly template: DocumentTemplate | undefined
  /** Why its template could not: the built-in layout was used. */
  readonly faults: readonly TemplateFault[]
}

/** A .docx by the template in force, everything else and what no template can draw by the built-in layout. */
export async function draw(
  tx: ScopedTx,
  { kind, judged }: Pick<DocumentGround, 'kind' | 'judged'>,
  model: DocumentModel,
  format: DocumentFormat,
): Promise<Drawn> {
  const template = format === 'docx' ? await documentTemplate(tx, kind.id) : undefined
  if (!template) return { bytes: await writeDocument(model, format), template, faults: [] }
  const { scheme, settings } = judged.running.program
  const filled = fillTemplate(model, template.bytes, kind.tables(scheme, settings))
  if (filled.ok) return { bytes: filled.value, template, faults: [] }
  return { bytes: await writeDocument(model, format), template: undefined, faults: filled.error }
}

export const faultView = ({ code, message, mend }: TemplateFault) => ({ code, message, mend })
