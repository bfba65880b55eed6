import { routes } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { address } from '../api/client.ts'
import { useFigures } from '../figure/use-figures.ts'
import { State } from '../return/State.tsx'
import { useMay } from '../session/me.ts'
import type { PeriodData, Unlock } from './data.ts'
import { UnlockDrawer } from './UnlockDrawer.tsx'
import { UnlockEndDialog } from './UnlockEndDialog.tsx'
import { Unlocks } from './Unlocks.tsx'

type Closing = NonNullable<PeriodData['line']['closing']>

/** The frozen result: who closed it when, its hash, and the ways to it. */
export function Closed({
  closing,
  data: { line, unlocks },
  dispatches,
}: {
  closing: Closing
  data: PeriodData
  dispatches: boolean
}) {
  const { t } = useTranslation()
  const figures = useFigures()
  const [unlocking, setUnlocking] = useState(false)
  const [ending, setEnding] = useState<Unlock>()
  const issues = useMay(routes.previewDocument.name)
  const reads = useMay(routes.getClosing.name)
  const then = { asOf: closing.asOf, knownAt: String(closing.seq) }
  const open = unlocks.find(unlock => unlock.open)
  return (
    <>
      <p>
        {t('closing.closed', {
          by: closing.closedBy,
          at: figures.moment(closing.closedAt),
          seq: closing.seq,
        })}
      </p>
      <dl className="closing-facts">
        <dt>{t('closing.as-of')}</dt>
        <dd>{figures.day(closing.asOf)}</dd>
        <dt>{t('closing.hash')}</dt>
        <dd>
          <code>{closing.hash}</code>
        </dd>
      </dl>
      <p className="closing-links no-print">
        <Link to="/" search={then}>
          {t('closing.as-known')}
        </Link>
        {issues && (
          <Link to="/bulletin" search={{ period: line.period }}>
            {t('closing.bulletin')}
          </Link>
        )}
        {reads && (
          <a href={address(routes.getClosing, { params: { period: line.period } })} download>
            {t('closing.result')}
          </a>
        )}
      </p>
      {closing.missing.length > 0 && (
        <details>
          <summary>{t('closing.closed-without', { count: closing.missing.length })}</summary>
          <ul className="rows">
            {closing.missing.map(one => (
              <li key={one.unit}>
                {one.unitName} <State state={one.state} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <Unlocks unlocks={unlocks} />
      {dispatches && open && <Button onClick={() => setEnding(open)}>{t('closing.unlock-end')}</Button>}
      {dispatches && !open && <Button onClick={() => setUnlocking(true)}>{t('closing.unlock')}</Button>}
      {ending && (
        <UnlockEndDialog period={line.period} unlock={ending} onClose={() => setEnding(undefined)} />
      )}
      {unlocking && <UnlockDrawer period={line.period} onClose={() => setUnlocking(false)} />}
    </>
  )
}
