import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CloseDialog } from './CloseDialog.tsx'
import { Closed } from './Closed.tsx'
import type { PeriodData } from './data.ts'

/** The end of a period: what is still in the way, then the frozen result and what can be done about it. */
export function ClosingPanel({ data, dispatches }: { data: PeriodData; dispatches: boolean }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const { line } = data
  const left = line.counts.asked - line.counts.accepted
  return (
    <section className="panel closing">
      <header>
        <h2>{t('closing.title')}</h2>
      </header>
      {line.closing ? (
        <Closed closing={line.closing} data={data} dispatches={dispatches} />
      ) : (
        <>
          <p>{left > 0 ? t('closing.left', { count: left }) : t('closing.ready')}</p>
          <p className="no-print">
            <Link to="/bulletin" search={{ period: line.period }}>
              {t('closing.draft')}
            </Link>
          </p>
          {dispatches && (
            <Button type={left > 0 ? 'default' : 'primary'} onClick={() => setAsking(true)}>
              {t('closing.ask')}
            </Button>
          )}
        </>
      )}
      {asking && <CloseDialog period={line.period} onClose={() => setAsking(false)} />}
    </section>
  )
}
