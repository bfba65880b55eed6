import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Unsent } from './queue.ts'

/** How many submissions wait on this device, and those that the server did not take. */
export function UnsentNote({
  unsent,
  waiting,
  nameOf,
  decide,
}: {
  unsent: readonly Unsent[]
  waiting: number
  /** Unit and period in words. */
  nameOf: (unsent: Unsent) => string
  decide: (key: string, how: 'again' | 'drop') => void
}) {
  const { t } = useTranslation()
  const held = unsent.filter(one => one.held)
  if (waiting + held.length === 0) return null
  return (
    <div className="unsent-note" role="status">
      {waiting > 0 && <p>{t('grid.unsent', { count: waiting })}</p>}
      {held.map(one => (
        <p key={one.key}>
          <span aria-hidden="true">▲ </span>
          {t(`grid.held.${one.held?.why ?? 'refused'}`, {
            name: nameOf(one),
            code: one.held?.code,
          })}{' '}
          <Button size="small" onClick={() => decide(one.key, 'again')}>
            {t('grid.send-again')}
          </Button>{' '}
          <Button size="small" onClick={() => decide(one.key, 'drop')}>
            {t('grid.send-drop')}
          </Button>
        </p>
      ))}
    </div>
  )
}
