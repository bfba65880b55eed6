import { Alert, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../setup/Field.tsx'

/** Opens on the machine of the server alone, so nobody else gets there by it. */
const ONLY_HERE = /^https?:\/\/(localhost|127\.|\[::1\])/

/** Where the person reaches the server: printed on the slip. */
export function AddressField({ value, onChange }: { value: string; onChange: (address: string) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <Field label={t('setup.slips.address')} help={t('setup.slips.address-means')}>
        {id => (
          <Input id={id} maxLength={200} value={value} onChange={event => onChange(event.target.value)} />
        )}
      </Field>
      {ONLY_HERE.test(value) && <Alert type="warning" showIcon title={t('setup.slips.only-here')} />}
    </>
  )
}
