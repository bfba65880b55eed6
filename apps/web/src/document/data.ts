import type { Response, routes } from '@guatu/contract'
import { periodKind } from '@guatu/kernel'

export type Documents = Response<typeof routes.listDocuments>
export type DocumentKind = Documents['kinds'][number]
export type Issued = Documents['issued'][number]
export type Preview = Response<typeof routes.previewDocument>

/** What the page shows; an address without it is a bulletin of today, as it always was. */
export interface Chosen {
  readonly kind?: string
  readonly period?: string
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

export const readChosen = (search: Record<string, unknown>): Chosen => ({
  kind: text(search.kind),
  period: text(search.period),
})

/** A weekly table is of a week, a bulletin of a month or longer. */
export const isOf = ({ periods }: DocumentKind, period: string) =>
  periods.some(one => one === periodKind(period))
