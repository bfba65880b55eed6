import { type Form, routes } from '@guatu/contract'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { address } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { useFigures } from '../figure/use-figures.ts'

/** The period, what would be written and what would not, and the filled form itself. */
export function Fill({ form }: { form: Form }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const [period, setPeriod] = useState(form.periods[0])
  return (
    <section className="panel">
      <p className="choices">
        <Select
          aria-label={t('import.period')}
          value={period}
          placeholder={t('import.choose')}
          onChange={setPeriod}
          popupMatchSelectWidth={false}
          options={form.periods.map(one => ({ value: one, label: figures.period(one) }))}
        />
      </p>
      {period && <Filling id={form.id} period={period} />}
    </section>
  )
}

function Filling({ id, period }: { id: string; period: string }) {
  const { t } = useTranslation()
  const given = { params: { id }, query: { period } }
  const query = useApi(routes.previewForm, given)
  if (query.error) return <ErrorNote error={query.error} />
  if (!query.data) return null
  const { live, cells, projects, unknown, missing } = query.data
  return (
    <>
      <p>
        {t('forms.would', { cells, projects })} {live && <b>{t('forms.live')}</b>}
      </p>
      {unknown.length > 0 && (
        <p>
          {t('forms.unknown', { rows: unknown.map(one => `${one.row} ${one.name}`).join(t('text.comma')) })}
        </p>
      )}
      {missing.length > 0 && (
        <details>
          <summary>{t('forms.missing', { count: missing.length })}</summary>
          <p>{missing.join(t('text.comma'))}</p>
        </details>
      )}
      <Button type="primary" href={address(routes.fillForm, given)}>
        {t('forms.download')}
      </Button>
    </>
  )
}
