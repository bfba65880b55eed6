import { type Finding, SIGNS } from './findings.ts'
import type { Typed } from './model/cell.ts'
import type { GridWords } from './words.ts'

/** All that is to be said of one cell, gravest first; referred to by its box. */
export function Messages({
  id,
  typed,
  findings,
  words,
}: {
  id: string
  typed: Typed | undefined
  findings: readonly Finding[]
  words: GridWords
}) {
  const mark = words.mark(typed)
  return (
    <div id={id} className="cell-messages">
      {mark && (
        <p className={typed?.doubt ? 'say-error' : 'say-note'}>
          {typed?.doubt ? SIGNS.error : SIGNS.note} {mark}
        </p>
      )}
      {findings.map(finding => (
        <p
          key={`${finding.check} ${finding.field ?? ''} ${words.message(finding)}`}
          className={`say-${finding.severity}`}
        >
          {SIGNS[finding.severity]} {words.message(finding)}
          {finding.needsReason && ` ${words.t('grid.needs-reason')}`}
        </p>
      ))}
    </div>
  )
}
