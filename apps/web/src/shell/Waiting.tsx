import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { queries } from '../api/use-api.ts'
import { useTicks } from './use-ticks.ts'

/** No sign under 100 ms, a skeleton under 1 s, beyond that how long it has taken and a way out. */
export function Waiting() {
  const { t } = useTranslation()
  const ticks = useTicks(100)
  if (ticks < 1) return null
  const seconds = Math.floor(ticks / 10)
  return (
    <div className="waiting" role="status">
      <Skeleton active paragraph={{ rows: 6 }} />
      {seconds >= 1 && (
        <p>
          {t('shell.waiting', { seconds })}{' '}
          <Button size="small" onClick={() => void queries.cancelQueries()}>
            {t('shell.cancel')}
          </Button>
        </p>
      )}
    </div>
  )
}
