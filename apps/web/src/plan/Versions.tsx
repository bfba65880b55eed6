import { routes, type SchemeVersionView } from '@guatu/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { useFigures } from '../figure/use-figures.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { timesOf, useWhen } from '../time/when.ts'
import { Compare } from './Compare.tsx'

/** Every version ever put into force, newest first: from which day, by whom, why. None is ever overwritten. */
export function Versions() {
  const { t } = useTranslation()
  const when = useWhen()
  const query = useApi(routes.listSchemeVersions, { query: timesOf(when) })
  const [pair, setPair] = useState<{ from: number; to: number }>()
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Waiting />
  const { versions } = query.data
  return (
    <>
      <section className="panel" aria-label={t('plan.view.versions')}>
        <h2>{t('plan.view.versions')}</h2>
        <p className="soft">{t('plan.versions-mean')}</p>
        <div className="table-wrap">
          <table className="grid plan-versions">
            <thead>
              <tr>
                <th scope="col">{t('plan.from-day')}</th>
                <th scope="col">{t('plan.origin')}</th>
                <th scope="col">{t('person.reason')}</th>
                <th scope="col">{t('plan.who-when')}</th>
                <th scope="col" className="no-print">
                  {t('person.deeds')}
                </th>
              </tr>
            </thead>
            <tbody>
              {versions.map((one, index) => (
                <Line
                  key={one.seq}
                  version={one}
                  earlier={versions.slice(index + 1).find(old => old.scheme === one.scheme)}
                  onCompare={from => setPair({ from, to: one.seq })}
                />
              ))}
            </tbody>
          </table>
        </div>
      </section>
      {pair && <Compare versions={versions} pair={pair} onPair={setPair} />}
    </>
  )
}

function Line({
  version,
  earlier,
  onCompare,
}: {
  version: SchemeVersionView
  earlier: SchemeVersionView | undefined
  onCompare: (from: number) => void
}) {
  const { t } = useTranslation()
  const figures = useFigures()
  const keep = async (form: 'text' | 'json') => {
    const { text, json } = await call(routes.getSchemeVersion, { params: { seq: version.seq } })
    const whole = form === 'text' ? text : JSON.stringify(json, null, 2)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(
      new Blob([whole], { type: form === 'text' ? 'text/yaml' : 'application/json' }),
    )
    link.download = `${version.scheme}-${version.seq}.${form === 'text' ? 'yaml' : 'json'}`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <tr>
      <th scope="row">
        {figures.day(version.effectiveFrom)}
        {version.inForce && <small className="plan-in-force">{t('plan.in-force')}</small>}
      </th>
      <td>
        {t(`plan.origin.${version.origin}`)}
        <small className="nd" title={`sha256 ${version.hash}`}>
          {t('plan.seq', { seq: version.seq })}
        </small>
      </td>
      <td className="plan-reason">{version.reason ?? '—'}</td>
      <td>
        {version.by ?? t('plan.by-system')}
        <small className="nd">{figures.moment(version.at)}</small>
      </td>
      <td className="no-print">
        <span className="plan-links">
          {earlier && (
            <button type="button" className="plain as-link" onClick={() => onCompare(earlier.seq)}>
              {t('plan.compare')}
            </button>
          )}
          <button type="button" className="plain as-link" onClick={() => void keep('text')}>
            YAML
          </button>
          <button type="button" className="plain as-link" onClick={() => void keep('json')}>
            JSON
          </button>
        </span>
      </td>
    </tr>
  )
}
