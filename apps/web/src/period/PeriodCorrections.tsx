import { routes } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { CorrectionItem } from '../correction/CorrectionItem.tsx'

export function PeriodCorrections({ period }: { period: string }) {
  const { t } = useTranslation()
  const query = useApi(routes.listCorrections, { query: { period } })
  const corrections = query.data?.corrections ?? []
  return (
    <section className="panel">
      <header>
        <h2>{t('correction.title')}</h2>
        <Link to="/corrections" className="no-print">
          {t('correction.all')}
        </Link>
      </header>
      {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
      {query.data && corrections.length === 0 && <p className="soft">{t('correction.none-of-period')}</p>}
      {corrections.map(one => (
        <CorrectionItem key={one.id} correction={one} />
      ))}
    </section>
  )
}
