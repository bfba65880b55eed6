import type { MakeTask, TemplateFault } from '@guatu/documents'
import type { DocumentFormat, DocumentModel } from '@guatu/domain'
import { type DocumentTemplate, documentTemplate, type ScopedTx } from '@guatu/store'
import type { DocumentGround } from './ground.ts'

export const rowsOf = ({ blocks, annexes }: DocumentModel): number =>
  [...blocks, ...annexes.flatMap(annex => annex.blocks)].reduce(
    (sum, block) => sum + (block.kind === 'table' ? block.table.rows.length : 1),
    0,
  )

/** The bureau's template in force for a format: templates are .docx. */
export const templateOf = async (
  tx: ScopedTx,
  { id }: DocumentGround['kind'],
  format: DocumentFormat,
): Promise<DocumentTemplate | undefined> => (format === 'docx' ? documentTemplate(tx, id) : undefined)

/** A .docx by the template in force, everything else and what no template can draw by the built-in layout. */
export function taskOf(
  { kind, judged }: Pick<DocumentGround, 'kind' | 'judged'>,
  model: DocumentModel,
  format: DocumentFormat,
  template?: Pick<DocumentTemplate, 'bytes'>,
): MakeTask {
  const { scheme, settings } = judged.running.program
  return {
    kind: 'document',
    model,
    format,
    ...(template && { template: { bytes: template.bytes, tables: kind.tables(scheme, settings) } }),
  }
}

export const faultView = ({ code, message, mend }: TemplateFault) => ({ code, message, mend })
