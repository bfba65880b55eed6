import { routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh } from '../api/use-api.ts'
import { useFigures } from '../figure/use-figures.ts'
import { submissionKey } from '../return/draft.ts'
import type { Unlock } from './data.ts'

/** Ending an unlock asks first: it shuts out whoever is still entering figures. */
export function UnlockEndDialog({
  period,
  unlock,
  onClose,
}: {
  period: string
  unlock: Unlock
  onClose: () => void
}) {
  const { t } = useTranslation()
  const figures = useFigures()
  const key = useRef(submissionKey())
  const end = useMutation({
    mutationFn: () =>
      call(routes.endUnlock, { params: { period }, body: { unlock: unlock.seq, key: key.current } }),
    onSuccess: () => {
      onClose()
      return refresh()
    },
  })
  return (
    <Modal
      open
      title={t('closing.unlock-end-of', { period: figures.period(period) })}
      okText={t('closing.unlock-end-do')}
      cancelText={t('shell.cancel')}
      confirmLoading={end.isPending}
      onOk={() => end.mutate()}
      onCancel={onClose}
    >
      <p>
        {t('closing.unlock-end-what', {
          by: unlock.by,
          from: figures.moment(unlock.from),
          until: figures.moment(unlock.until),
          reason: unlock.reason,
        })}
      </p>
      <p>{t('closing.unlock-end-means')}</p>
      {end.error && <ErrorNote error={end.error} />}
    </Modal>
  )
}
