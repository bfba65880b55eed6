import type { WarRoom } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { useVocabulary } from '../session/me.ts'

/** Who has not reported, the longest overdue first. */
export function LatePanel({ late }: { late: WarRoom['late'] }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const rows = [...late].sort((a, b) => b.daysLate - a.daysLate || b.missing - a.missing)
  return (
    <section className="panel late">
      <header>
        <h2>{t('late.title')}</h2>
        <span className="soft">{rows.length > 0 && t('late.units', { count: rows.length })}</span>
      </header>
      {rows.length === 0 ? (
        <p className="soft">{t('late.none')}</p>
      ) : (
        <ul className="rows whole-rows">
          {rows.map(row => (
            <li key={`${row.unit} ${row.cadence} ${row.period}`} className="line">
              <Link to="/projects" search={{ unit: row.unit }}>
                {row.unitName}
              </Link>
              <span>
                {t('late.row', {
                  period: figures.period(row.period),
                  missing: row.missing,
                  expected: row.expected,
                })}
              </span>
              <b>{t('late.days', { count: row.daysLate })}</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What falls due next. A day that leans on a calendar not yet published says so. */
export function UpcomingPanel({ upcoming }: { upcoming: WarRoom['upcoming'] }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const pick = usePick()
  const { cadences } = useVocabulary()
  return (
    <section className="panel upcoming">
      <header>
        <h2>{t('upcoming.title')}</h2>
      </header>
      {upcoming.length === 0 ? (
        <p className="soft">{t('upcoming.none')}</p>
      ) : (
        <ul className="rows whole-rows">
          {upcoming.map(one => (
            <li key={`${one.cadence} ${one.period}`} className="line">
              <span>{pick(cadences.find(cadence => cadence.id === one.cadence) ?? one)}</span>
              <span className="soft">{figures.period(one.period)}</span>
              <b>
                {t('upcoming.due', { day: figures.shortDay(one.due) })}
                {one.provisional && t('upcoming.provisional')}
              </b>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
