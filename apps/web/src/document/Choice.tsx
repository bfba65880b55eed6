import { Link, useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { type DocumentKind, type Documents, isOf } from './data.ts'

/** No period: a draft as of the day that the page is at. */
const NOW = ''

export function Choice({
  data,
  kind,
  period,
}: {
  data: Documents
  kind: DocumentKind
  period: string | undefined
}) {
  const { t } = useTranslation()
  const box = useId()
  const pick = usePick()
  const figures = useFigures()
  const navigate = useNavigate()
  const go = (chosen: { kind: string; period: string | undefined }) =>
    void navigate({ to: '/bulletin', search: old => ({ ...old, ...chosen }) })
  const periods = data.periods.filter(one => isOf(kind, one.period))
  return (
    <section className="panel document-choice no-print">
      <nav className="document-kinds" aria-label={t('document.kind')}>
        {data.kinds.map(one => (
          <Link
            key={one.id}
            to="/bulletin"
            search={old => ({
              ...old,
              kind: one.id,
              period: period !== undefined && isOf(one, period) ? period : undefined,
            })}
            className={one.id === kind.id ? 'chosen' : undefined}
            activeProps={{}}
            aria-current={one.id === kind.id ? 'true' : undefined}
          >
            {pick(one)}
          </Link>
        ))}
      </nav>
      <span>
        <label htmlFor={box}>{t('document.period')}</label>{' '}
        <Select
          id={box}
          value={period ?? NOW}
          popupMatchSelectWidth={false}
          onChange={value => go({ kind: kind.id, period: value === NOW ? undefined : value })}
          options={[
            { value: NOW, label: t('document.today', { day: figures.day(data.bar.asOf) }) },
            ...periods.map(one => ({
              value: one.period,
              label: t(one.closed ? 'document.period-closed' : 'document.period-open', {
                period: figures.period(one.period),
              }),
            })),
          ]}
        />
      </span>
      {period !== undefined && (
        <Link to="/periods/$period" params={{ period }}>
          {t('document.to-period')}
        </Link>
      )}
    </section>
  )
}
