import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { useMe } from '../session/me.ts'
import { useWhen } from './when.ts'

/** On pages of work, which only know today: what is below is not the past that the address asks for. */
export function PastNote() {
  const { t } = useTranslation()
  const { past, go } = useWhen()
  const { today } = useMe()
  const { day } = useFigures()
  if (!past) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t('time.work-is-today')}
      action={
        <Button size="small" onClick={() => go({ asOf: undefined, knownAt: undefined })}>
          {t('time.back', { day: day(today) })}
        </Button>
      }
    />
  )
}
