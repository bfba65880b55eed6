import { routes } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { address } from '../api/client.ts'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import type { Documents, Issued } from './data.ts'

/** What went out, of the chosen period first: the exact bytes, never made again. */
export function IssuedList({ data, period }: { data: Documents; period: string | undefined }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const shown = all || period === undefined ? data.issued : data.issued.filter(one => one.period === period)
  const rest = data.issued.length - shown.length
  return (
    <section className="panel issued no-print">
      <header>
        <h2>{t('document.issued')}</h2>
        <span className="soft">{t('document.issued-count', { count: shown.length })}</span>
      </header>
      {shown.length === 0 ? (
        <p className="soft">{t('document.issued-none')}</p>
      ) : (
        <ul className="rows">
          {shown.map(one => (
            <Line key={one.id} issued={one} data={data} />
          ))}
        </ul>
      )}
      {rest > 0 && (
        <button type="button" className="as-link" onClick={() => setAll(true)}>
          {t('document.issued-all', { count: data.issued.length })}
        </button>
      )}
    </section>
  )
}

function Line({ issued, data }: { issued: Issued; data: Documents }) {
  const { t } = useTranslation()
  const pick = usePick()
  const figures = useFigures()
  const kind = data.kinds.find(one => one.id === issued.kind)
  return (
    <li>
      <b>{issued.number ?? t('document.no-number')}</b> {kind ? pick(kind) : issued.kind}{' '}
      {issued.period && (
        <Link to="/periods/$period" params={{ period: issued.period }}>
          {figures.period(issued.period)}
        </Link>
      )}{' '}
      {issued.files.map(file => (
        <a
          key={file.id}
          href={address(routes.getIssued, { params: { id: file.id } })}
          title={file.sha256}
          download
        >
          .{file.format}
        </a>
      ))}
      <small className="soft">
        {t('document.issued-by', { by: issued.issuedBy, at: figures.moment(issued.issuedAt) })}
        {issued.to && ` · ${t('document.went-to', { to: issued.to })}`}
        {issued.copyTo && ` · ${t('document.went-copy', { to: issued.copyTo })}`}
        {issued.templated && ` · ${t('document.templated')}`}
      </small>
    </li>
  )
}
