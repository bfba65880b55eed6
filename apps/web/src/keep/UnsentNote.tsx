import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../language/index.ts'
import type { Unsent, UnsentPhoto, Why } from './queue.ts'
import { useWaitingText } from './waiting-text.ts'
import './keep.css'

/** What waits on this device and why, and what the server did not take. */
export function UnsentNote({
  returns,
  photos,
  why,
  nameOf,
  decide,
  retry,
}: {
  returns: readonly Unsent[]
  photos: readonly UnsentPhoto[]
  why: Why | undefined
  /** Unit and period in words. */
  nameOf: (one: Unsent | UnsentPhoto) => string
  decide: (key: string, how: 'again' | 'drop') => void
  retry: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const waits = (one: Unsent | UnsentPhoto) => !one.held
  const text = useWaitingText(returns.filter(waits).length, photos.filter(waits).length)
  const held = [...returns, ...photos].filter(one => one.held)
  if (returns.length + photos.length === 0) return null
  const heldText = (one: Unsent | UnsentPhoto) => {
    const said = one.held?.[language]
    if ('project' in one)
      return t('keep.held-photo', { name: `${nameOf(one)} ${one.projectName} ${one.name}`, said })
    return t(`keep.held.${one.held?.why ?? 'refused'}`, { name: nameOf(one), said })
  }
  return (
    <div className="unsent-note no-print" role="status">
      {text && (
        <p>
          <span aria-hidden="true">◷ </span>
          {text}
          {why ? t(`keep.why.${why}`) : t('keep.sending')}{' '}
          {why && why !== 'session' && (
            <Button size="small" onClick={retry}>
              {t('keep.retry')}
            </Button>
          )}
        </p>
      )}
      {why &&
        returns.filter(waits).map(one => (
          <p key={one.key}>
            {nameOf(one)}{' '}
            <Button size="small" title={t('keep.take-back-means')} onClick={() => decide(one.key, 'drop')}>
              {t('keep.take-back')}
            </Button>
          </p>
        ))}
      {held.map(one => (
        <p key={one.key}>
          <span aria-hidden="true">▲ </span>
          {heldText(one)}{' '}
          <Button size="small" onClick={() => decide(one.key, 'again')}>
            {t('grid.send-again')}
          </Button>{' '}
          <Button size="small" onClick={() => decide(one.key, 'drop')}>
            {'project' in one ? t('keep.drop-photo') : t('grid.send-drop')}
          </Button>
        </p>
      ))}
    </div>
  )
}
