import { useTranslation } from 'react-i18next'
import './keep.css'

/** Says that words come from an earlier page of this device, and how to be rid of them. */
export function RestoredNote({
  restored,
  failed,
  onDrop,
}: {
  restored: boolean
  failed: boolean
  onDrop: () => void
}) {
  const { t } = useTranslation()
  if (failed)
    return (
      <p className="restored-note" role="alert">
        {t('keep.failed')}
      </p>
    )
  if (!restored) return null
  return (
    <p className="restored-note soft no-print" role="status">
      {t('keep.restored')}{' '}
      <button type="button" className="plain as-link" onClick={onDrop}>
        {t('keep.discard')}
      </button>
    </p>
  )
}
