import type { Scheme } from '../language/scheme.ts'
import type { Report } from './report.ts'

/** What lists and indicators say of each other names what is there. */
export function relations(scheme: Scheme, report: Report): void {
  scheme.lists.forEach((list, index) => {
    for (const id of list.overlaps ?? []) {
      if (id === list.id || !scheme.lists.some(one => one.id === id))
        report(['lists', index, 'overlaps'], 'ref.list', `there is no other list ${id}`)
    }
  })
  scheme.indicators.forEach((one, index) => {
    if (one.origin !== 'reported') return
    for (const id of [one.variantOf, one.shareOf?.part, one.shareOf?.whole]) {
      if (id === undefined || (id !== one.id && isReported(scheme, id))) continue
      report(['indicators', index], 'ref.indicator', `there is no other reported indicator ${id}`)
    }
  })
}

const isReported = ({ indicators }: Scheme, id: string) =>
  indicators.some(one => one.id === id && one.origin === 'reported')
