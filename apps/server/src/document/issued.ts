import type { Response, routes } from '@guatu/contract'
import { MEDIA_TYPES } from '@guatu/documents'
import type { DocumentFormat } from '@guatu/domain'
import { groupBy } from '@guatu/kernel'
import type { IssuedDocument } from '@guatu/store'

type View = Response<typeof routes.listDocuments>['issued'][number]

/** One line for each text, with the files of all its formats. */
export function issuedView(documents: readonly IssuedDocument[], nameOf: (person: string) => string): View[] {
  const copies = groupBy(
    documents.filter(one => one.beside !== null),
    one => one.beside ?? '',
  )
  return documents
    .filter(one => one.beside === null)
    .map(one => ({
      id: one.id,
      kind: one.kind,
      period: one.closing,
      number: one.number,
      to: one.distribution?.to ?? '',
      copyTo: one.distribution?.copyTo ?? '',
      issuedBy: nameOf(one.issuedBy),
      issuedAt: one.issuedAt,
      asOf: one.asOf,
      seq: one.seq,
      result: one.result,
      templated: one.template !== null,
      files: [one, ...(copies.get(one.id) ?? [])].map(({ id, fileName, mediaType, sha256 }) => ({
        id,
        fileName,
        format: formatOf(mediaType),
        sha256,
      })),
    }))
}

function formatOf(mediaType: string): DocumentFormat {
  const formats = Object.keys(MEDIA_TYPES) as DocumentFormat[]
  return formats.find(one => MEDIA_TYPES[one] === mediaType) ?? 'docx'
}
