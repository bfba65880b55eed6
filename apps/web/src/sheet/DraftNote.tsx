import type { ReturnSheet } from '@guatu/contract'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import type { useKept } from './kept.ts'

/** Where what was typed is kept; and a choice where somebody else of the unit has typed too. */
export function DraftNote({ sheet, kept }: { sheet: ReturnSheet; kept: ReturnType<typeof useKept> }) {
  const { t } = useTranslation()
  const { moment } = useFigures()
  const { draft } = sheet
  if (kept.keeping === 'conflict')
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
            <Button size="small" onClick={kept.keepMine}>
              {t('sheet.draft-mine')}
            </Button>
            <Button size="small" onClick={kept.takeTheirs}>
              {t('sheet.draft-theirs')}
            </Button>
          </span>
        }
      />
    )
  if (kept.keeping === 'nothing') return null
  return (
    <p className="soft draft-note no-print" role="status">
      {t(kept.keeping === 'server' ? 'sheet.draft-server' : 'sheet.draft-device')}{' '}
      <button type="button" className="plain as-link" onClick={kept.clear}>
        {t('return.drop')}
      </button>
    </p>
  )
}
