import type { ReturnSheet } from '@guatu/contract'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { placeOf } from '../keep/draft.ts'
import { useDraft } from '../keep/use-draft.ts'
import { useMe } from '../session/me.ts'
import { emptyOf, isAlike, type Kept } from './kept.ts'

/** The return has gone on while words of this device never reached it: they are still there, and may be deleted. */
export function LeftBehind({ sheet }: { sheet: ReturnSheet }) {
  const { t } = useTranslation()
  const { account } = useMe()
  const device = useDraft<Kept>(placeOf(account, sheet.return.unit, sheet.return.period))
  const [dropped, setDropped] = useState(false)
  const { kept } = device
  if (!kept || kept.synced || dropped || isAlike(kept, emptyOf(sheet))) return null
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className="no-print"
      title={t('sheet.left-behind')}
      action={
        <Button
          size="small"
          onClick={() => {
            device.save(null)
            setDropped(true)
          }}
        >
          {t('keep.discard')}
        </Button>
      }
    />
  )
}
