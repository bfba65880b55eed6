import type { Response, routes, Slip } from '@guatu/contract'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useDays } from '../figure/use-days.ts'

const ON_ONE_SHEET = 8

/** The slips as they go on A4, eight to a sheet; the codes stand here and nowhere else. */
export function SlipSheet({
  jurisdictionName,
  slips,
  onClose,
}: Response<typeof routes.issueSlips> & { onClose: () => void }) {
  const { t } = useTranslation()
  const sheets = Array.from({ length: Math.ceil(slips.length / ON_ONE_SHEET) }, (_, i) =>
    slips.slice(i * ON_ONE_SHEET, (i + 1) * ON_ONE_SHEET),
  )
  return (
    <section className="slips" aria-label={t('setup.step.slips')}>
      <Alert className="no-print" type="warning" showIcon title={t('setup.slips.once')} />
      <p className="setup-actions no-print">
        <Button type="primary" onClick={() => window.print()}>
          {t('document.print')}
        </Button>
        <Button onClick={onClose}>{t('setup.slips.close')}</Button>
      </p>
      {sheets.map(sheet => (
        <div key={sheet[0]?.login} className="slip-sheet">
          {sheet.map(slip => (
            <OneSlip key={slip.login} slip={slip} jurisdiction={jurisdictionName} />
          ))}
        </div>
      ))}
    </section>
  )
}

function OneSlip({ slip, jurisdiction }: { slip: Slip; jurisdiction: string }) {
  const { t } = useTranslation()
  const days = useDays()
  const { size, path } = slip.qr
  return (
    <article className="slip" aria-label={slip.name}>
      <h3>
        {jurisdiction} · {t('shell.product')}
      </h3>
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={t('setup.slips.qr')}
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <dl>
        <dt>{t('post.person')}</dt>
        <dd>
          <b>{slip.name}</b>
        </dd>
        <dt>{t('post.unit')}</dt>
        <dd>{slip.unitName}</dd>
        <dt>{t('login.account')}</dt>
        <dd>
          <code>{slip.login}</code>
        </dd>
        <dt>{t('slip.code')}</dt>
        <dd>
          <code className="slip-code">{slip.code}</code>
        </dd>
      </dl>
      <p className="slip-address">{slip.link.replace(/\?.*$/, '')}</p>
      <p className="slip-how">{t('slip.how', { day: days.day(slip.expiresAt.slice(0, 10)) })}</p>
    </article>
  )
}
