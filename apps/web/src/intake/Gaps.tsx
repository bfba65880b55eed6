import type { Intake } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { stillOwed } from '../return/owed.ts'
import { State } from '../return/State.tsx'

/** Units without a file beside units with several. */
export function Gaps({ intake: { missing, doubles, files } }: { intake: Intake }) {
  const { t } = useTranslation()
  const owing = missing.filter(one => stillOwed(one.state))
  if (owing.length + doubles.length === 0) return null
  const names = new Map(files.map(one => [one.id, one.name]))
  return (
    <div className="intake-gaps">
      {owing.length > 0 && (
        <section className="panel">
          <h2>{t('intake.missing', { count: owing.length })}</h2>
          <ul className="rows">
            {owing.map(one => (
              <li key={one.unit}>
                <b>{one.unitName}</b> <State state={one.state} />{' '}
                <span className="soft">{t('intake.rows', { count: one.rows })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {doubles.length > 0 && (
        <section className="panel">
          <h2>{t('intake.doubles', { count: doubles.length })}</h2>
          <ul className="rows">
            {doubles.map(one => (
              <li key={one.unit}>
                <b>{one.unitName}</b>{' '}
                <span className="soft">{one.files.map(id => names.get(id)).join(t('text.comma'))}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
