import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { whyOf } from '../keep/answer.ts'
import type { Keeping } from './kept.ts'

/** Where what was typed is kept, and why it is on this device alone. */
export function DraftNote({
  keeping,
  fault,
  failed,
  onDrop,
  onBack,
}: {
  keeping: Keeping
  /** Why the server does not have it. */
  fault: unknown
  /** The device refuses to keep anything. */
  failed: boolean
  onDrop: () => void
  /** Brings back what was dropped. */
  onBack?: () => void
}) {
  const { t } = useTranslation()
  if (failed && keeping !== 'server')
    return <Alert type="warning" showIcon role="alert" title={t('sheet.draft-failed')} />
  if (keeping === 'conflict') return null
  if (onBack)
    return (
      <p className="soft draft-note no-print" role="status">
        {t('sheet.draft-dropped')} <Plain onClick={onBack}>{t('sheet.draft-back')}</Plain>
      </p>
    )
  if (keeping === 'nothing') return null
  const alone = keeping === 'device' && fault !== undefined
  const why = whyOf(fault)
  if (alone && !why) return <ErrorNote error={fault} />
  return (
    <p className={alone ? 'draft-note draft-alone no-print' : 'soft draft-note no-print'} role="status">
      {alone && <span aria-hidden="true">◷ </span>}
      {alone && why
        ? t(`sheet.draft-alone.${why}`)
        : t(keeping === 'server' ? 'sheet.draft-server' : 'sheet.draft-device')}{' '}
      <Plain onClick={onDrop}>{t('return.drop')}</Plain>
    </p>
  )
}

function Plain({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button type="button" className="plain as-link" onClick={onClick}>
      {children}
    </button>
  )
}
