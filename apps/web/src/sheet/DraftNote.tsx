import type { ReturnSheet } from '@guatu/contract'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import type { Keeping } from './kept.ts'

/** Where what was typed is kept; and a choice where somebody else of the unit has typed too. */
export function DraftNote({
  sheet,
  keeping,
  failed,
  onMine,
  onTheirs,
  onDrop,
}: {
  sheet: ReturnSheet
  keeping: Keeping
  /** The device refuses to keep anything. */
  failed: boolean
  onMine: () => void
  onTheirs: () => void
  onDrop: () => void
}) {
  const { t } = useTranslation()
  const { moment } = useFigures()
  const { draft } = sheet
  if (keeping === 'conflict')
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={
          draft
            ? t('sheet.draft-conflict', { by: draft.savedBy, at: moment(draft.savedAt) })
            : t('sheet.draft-changed')
        }
        action={
          <span className="draft-choice">
            <Button size="small" onClick={onMine}>
              {t('sheet.draft-mine')}
            </Button>
            <Button size="small" onClick={onTheirs}>
              {t('sheet.draft-theirs')}
            </Button>
          </span>
        }
      />
    )
  if (failed && keeping !== 'server')
    return <Alert type="warning" showIcon role="alert" title={t('sheet.draft-failed')} />
  if (keeping === 'nothing') return null
  return (
    <p className="soft draft-note no-print" role="status">
      {t(keeping === 'server' ? 'sheet.draft-server' : 'sheet.draft-device')}{' '}
      <button type="button" className="plain as-link" onClick={onDrop}>
        {t('return.drop')}
      </button>
    </p>
  )
}
