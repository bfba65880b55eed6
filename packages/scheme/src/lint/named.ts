import type { Report } from './report.ts'

/** Parts of one item each have their own id. */
export function named(
  parts: readonly { readonly id: string }[],
  path: readonly PropertyKey[],
  report: Report,
): void {
  parts.forEach(({ id }, index) => {
    if (parts.findIndex(one => one.id === id) < index)
      report([...path, index, 'id'], 'part.repeated', `${id} stands twice`)
  })
}
