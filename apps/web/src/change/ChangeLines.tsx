import type { Changes, ChangeView } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { useTelling } from '../light/use-telling.ts'
import { useAsk } from '../why/subject.ts'
import { saidOf } from './said.tsx'

type Row = Changes['rows'][number]

/** What changed of one project, a line each: what, from → to, and the entry that did it. */
export function ChangeLines({ row }: { row: Row }) {
  const { t } = useTranslation()
  const telling = useTelling()
  const ask = useAsk()
  return (
    <ul className="rows change-lines">
      {row.changes.map(change => {
        const { what, from, to, remark } = saidOf(change, telling)
        const { entry } = change
        return (
          <li key={keyOf(change)}>
            <span className="change-what">{what}</span>
            <span className="change-move">
              {from !== undefined && (
                <>
                  <span>{from}</span> <span aria-hidden="true">→</span>
                  <span className="sr-only">{t('change.to')}</span>{' '}
                </>
              )}
              {to !== undefined && <b>{to}</b>} {remark && <span className="soft">{remark}</span>}
            </span>
            {entry !== null && (
              <button
                type="button"
                className="plain as-link"
                onClick={() => ask({ kind: 'entry', seq: entry })}
              >
                {t('entry.number', { seq: entry })}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function keyOf(change: ChangeView): string {
  const { kind } = change
  if (kind === 'light') return `${kind} ${change.list} ${change.rule}`
  if (kind === 'plan' || kind === 'membership') return `${kind} ${change.list} ${change.year}`
  if (kind === 'figure') return `${kind} ${change.field}`
  return kind === 'attribute' ? `${kind} ${change.attribute}` : kind
}
