import type { ReturnSheet } from '@guatu/contract'
import { usePick } from '../language/index.ts'

type Reason = ReturnSheet['moves'][number]['reasons'][number]

/** Reasons in the words of those who gave them, with the project and figure that each is about. */
export function Reasons({
  reasons,
  rows,
  fields,
}: {
  reasons: readonly Reason[]
  /** Absent: projects are not named, as in a list of returns. */
  rows?: ReturnSheet['rows']
  fields?: ReturnSheet['fields']
}) {
  const pick = usePick()
  const about = ({ project, field }: Reason) => {
    const one = fields?.find(({ id }) => id === field)
    return [rows?.find(row => row.project === project)?.name, one && pick(one)].filter(Boolean).join(' · ')
  }
  if (reasons.length === 0) return null
  return (
    <ul className="rows back-reasons">
      {reasons.map(reason => (
        <li key={`${reason.project} ${reason.field} ${reason.text}`}>
          {about(reason) && <b>{about(reason)} </b>}
          {reason.text}
        </li>
      ))}
    </ul>
  )
}
