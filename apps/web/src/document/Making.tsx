import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useTicks } from '../shell/use-ticks.ts'

/** No sign under 1 s; beyond that what is being made, how long it has taken and a way out. */
export function Making({ what, onStop }: { what: string; onStop: () => void }) {
  const { t } = useTranslation()
  const seconds = useTicks(1_000)
  if (seconds < 1) return null
  return (
    <p className="making no-print" role="status">
      {t('document.making', { what, seconds })}{' '}
      <Button size="small" onClick={onStop}>
        {t('document.stop')}
      </Button>
    </p>
  )
}
