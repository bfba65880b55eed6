import { routes } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/use-api.ts'
import { useFigures } from '../figure/use-figures.ts'

/** Intakes that were begun and have files left to take. */
export function OpenIntakes() {
  const { t } = useTranslation()
  const figures = useFigures()
  const query = useApi(routes.listIntakes)
  if (!query.data || query.data.intakes.length === 0) return null
  return (
    <section className="panel">
      <h2>{t('intake.open')}</h2>
      <ul className="rows">
        {query.data.intakes.map(one => (
          <li key={one.id} className="beside">
            <Link to="/import" search={{ intake: one.id }}>
              {t('intake.line', { period: figures.period(one.period), files: one.files, open: one.open })}
            </Link>
            <span className="soft">{figures.moment(one.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
