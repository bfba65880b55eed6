import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { STAGE_ORDER } from '../light/reason.ts'
import type { FieldType } from './draft.ts'

/** One figure: its name, its box, its unit. */
export function Box({
  type,
  label,
  text,
  bad,
  changed,
  onChange,
}: {
  type: FieldType
  label: string
  text: string
  bad: boolean
  changed: boolean
  onChange: (text: string) => void
}) {
  const { t } = useTranslation()
  const { rowUnit } = useFigures()
  const id = useId()
  const shared = { id, 'data-box': '', value: text, 'aria-invalid': bad }
  return (
    <div className={changed ? 'box box-changed' : 'box'}>
      <label htmlFor={id}>{label}</label>
      {type === 'stage' ? (
        <select {...shared} onChange={event => onChange(event.target.value)}>
          <option value="">{t('none.not-reported')}</option>
          {STAGE_ORDER.map(stage => (
            <option key={stage} value={stage}>
              {t(`stage.${stage}`)}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type={type === 'day' ? 'date' : 'text'}
          inputMode={type === 'money' || type === 'integer' ? 'decimal' : undefined}
          className={type === 'money' || type === 'integer' ? 'number' : undefined}
          onChange={event => onChange(event.target.value)}
        />
      )}
      {type === 'money' && <span className="soft">{rowUnit}</span>}
      {bad && (
        <span className="box-bad">{t(type === 'money' ? 'return.bad-money' : 'return.bad-figure')}</span>
      )}
    </div>
  )
}
