import { NOTICE_KINDS } from '@guatu/contract'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Field } from '../setup/Field.tsx'

/** What tells of failed messages is in the product alone. */
const KINDS = NOTICE_KINDS.filter(kind => kind !== 'delivery')
type Kinds = (typeof NOTICE_KINDS)[number][]

/** Kinds of notices that leave the house. */
export function KindsField({
  label,
  help,
  value,
  onChange,
}: {
  label: string
  help: string
  value: Kinds
  onChange: (kinds: Kinds) => void
}) {
  const { t } = useTranslation()
  return (
    <Field label={label} help={help}>
      {id => (
        <Select
          id={id}
          mode="multiple"
          value={value}
          options={KINDS.map(kind => ({ value: kind, label: t(`notice.kind.${kind}`) }))}
          onChange={onChange}
        />
      )}
    </Field>
  )
}
