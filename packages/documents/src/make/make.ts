import type { DocumentFormat } from '@guatu/domain'
import type { TemplateFault } from '../document-template/fault.ts'
import { fillTemplate } from '../document-template/fill.ts'
import { writeDocument } from '../write/document.ts'
import type { DocumentModel } from '../write/model.ts'
import type { ProjectTable } from '../write/project-table.ts'
import { writeProjectTable } from '../write/xlsx.ts'

/** What is to be made; plain data, as it goes to another process. */
export type MakeTask =
  | {
      readonly kind: 'document'
      readonly model: DocumentModel
      readonly format: DocumentFormat
      /** A .docx is filled into it, where it can be; other formats have the built-in layout. */
      readonly template?: Template
    }
  | { readonly kind: 'project-table'; readonly table: ProjectTable }

interface Template {
  readonly bytes: Uint8Array
  /** Names of tables that may be missing this time. */
  readonly tables: readonly string[]
}

export interface Made {
  readonly bytes: Uint8Array
  /** The template drew it; otherwise the built-in layout did. */
  readonly templated: boolean
  /** Why its template could not. */
  readonly faults: readonly TemplateFault[]
}

const builtIn = (bytes: Uint8Array): Made => ({ bytes, templated: false, faults: [] })

/** The same task gives the same bytes. Throws for what is no task, and where a text cannot be set. */
export async function make(task: MakeTask): Promise<Made> {
  if (task.kind === 'project-table') return builtIn(await writeProjectTable(task.table))
  const { model, format, template } = task
  if (!template || format !== 'docx') return builtIn(await writeDocument(model, format))
  const filled = fillTemplate(model, template.bytes, template.tables)
  if (filled.ok) return { bytes: filled.value, templated: true, faults: [] }
  return { ...builtIn(await writeDocument(model, format)), faults: filled.error }
}
