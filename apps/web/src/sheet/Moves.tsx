import type { ReturnSheet } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { Reasons } from '../return/Reasons.tsx'
import { State } from '../return/State.tsx'

/** The trail: who moved it when, newest first, and what was let through with which words. */
export function Moves({ sheet }: { sheet: ReturnSheet }) {
  const { t } = useTranslation()
  const figures = useFigures()
  return (
    <section className="panel moves">
      <header>
        <h2>{t('sheet.moves')}</h2>
      </header>
      {sheet.moves.length === 0 && <p className="soft">{t('sheet.moves-none')}</p>}
      <ol className="rows">
        {sheet.moves.toReversed().map(move => (
          <li key={move.seq}>
            <span className="soft">{figures.moment(move.at)}</span> {move.byUnit} {move.by}{' '}
            <b>{t(`sheet.action.${move.action}`)}</b> → <State state={move.state} />{' '}
            <small className="soft">{t('entry.number', { seq: move.seq })}</small>
            <Reasons reasons={move.reasons} rows={sheet.rows} fields={sheet.fields} />
          </li>
        ))}
      </ol>
      {sheet.passed.length > 0 && (
        <details>
          <summary>{t('sheet.passed', { count: sheet.passed.length })}</summary>
          <Reasons
            reasons={sheet.passed.map(one => ({ ...one, text: one.reason }))}
            rows={sheet.rows}
            fields={sheet.fields}
          />
        </details>
      )}
    </section>
  )
}
