import type { DocumentFormat } from '@guatu/domain'
import { writeDocumentXlsx } from './document-xlsx.ts'
import { writeDocx } from './docx.ts'
import type { DocumentModel } from './model.ts'
import { type PdfOptions, writePdf } from './pdf.ts'

/** The bytes of a document in one of its formats: the same words and the same tables in each. */
export function writeDocument(
  model: DocumentModel,
  format: DocumentFormat,
  options?: PdfOptions,
): Promise<Uint8Array> {
  if (format === 'docx') return writeDocx(model)
  return format === 'pdf' ? writePdf(model, options) : writeDocumentXlsx(model)
}

export const MEDIA_TYPES: Readonly<Record<DocumentFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
}
