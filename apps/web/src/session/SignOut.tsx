import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OnlyHere } from '../keep/of-account.ts'

/** Before one leaves a device that holds what no server has: keep it for the next time, or delete it. */
export function SignOutAsk({
  held,
  onLeave,
  onStay,
}: {
  held: OnlyHere
  onLeave: (all: boolean) => void
  onStay: () => void
}) {
  const { t } = useTranslation()
  const parts = [
    held.returns > 0 && t('session.leaving-returns', { count: held.returns }),
    held.photos > 0 && t('session.leaving-photos', { count: held.photos }),
    held.drafts.length > 0 && t('session.leaving-drafts', { count: held.drafts.length }),
  ]
  return (
    <Modal
      open
      title={t('session.leaving')}
      onCancel={onStay}
      footer={[
        <Button key="stay" onClick={onStay}>
          {t('shell.cancel')}
        </Button>,
        <Button key="delete" danger onClick={() => onLeave(true)}>
          {t('session.leave-delete')}
        </Button>,
        <Button key="keep" type="primary" onClick={() => onLeave(false)}>
          {t('session.leave-keep')}
        </Button>,
      ]}
    >
      <p>{t('session.leaving-holds', { what: parts.filter(Boolean).join(t('setup.and')) })}</p>
      <p>{t('session.leaving-means')}</p>
    </Modal>
  )
}
