import { type ImportPreview, routes } from '@guatu/contract'
import { queries } from '../api/use-api.ts'

/** Every answer of the import calls is the whole preview: it replaces what is shown. */
export const show = (preview: ImportPreview) =>
  queries.setQueryData([routes.getImport.name, { id: preview.id }, null], preview)
