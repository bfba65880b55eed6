import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { LightLegend } from '../light/Light.tsx'
import { useMe } from '../session/me.ts'

const KEYS = ['/', '?', 'Enter', 'Ctrl+Z', 'Esc'] as const

export function Help({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { vocabulary } = useMe()
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('help.title')}>
      <dl className="keys">
        {KEYS.map(key => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`help.key.${key}`)}</dd>
          </div>
        ))}
      </dl>
      {vocabulary && (
        <>
          <h3>{t('help.lights')}</h3>
          <LightLegend />
        </>
      )}
    </Modal>
  )
}
