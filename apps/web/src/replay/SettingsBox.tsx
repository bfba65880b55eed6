import type { ReplayForm } from '@guatu/contract'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../language/index.ts'
import { Field } from '../setup/Field.tsx'

/** Each setting with its value now and the sentences of the lights that read it. */
export function SettingsBox({
  form,
  values,
  onValue,
}: {
  form: ReplayForm
  values: Readonly<Record<string, string>>
  onValue: (id: string, text: string) => void
}) {
  const { t } = useTranslation()
  const english = useLanguage() === 'en'
  if (form.settings.length === 0) return <p className="soft">{t('replay.settings-none')}</p>
  return (
    <ul className="rows replay-settings">
      {form.settings.map(({ id, value, about, aboutEn, choices }) => (
        <li key={id}>
          <Field label={english ? aboutEn : about} help={t('replay.now', { value })}>
            {box =>
              choices.length > 0 ? (
                <select
                  id={box}
                  value={values[id] ?? value}
                  onChange={event => onValue(id, event.target.value)}
                >
                  {choices.map(one => (
                    <option key={one}>{one}</option>
                  ))}
                </select>
              ) : (
                <Input
                  id={box}
                  name={id}
                  autoComplete="off"
                  value={values[id] ?? value}
                  onChange={event => onValue(id, event.target.value)}
                />
              )
            }
          </Field>
          <details>
            <summary>{t('replay.reads')}</summary>
            {form.lights
              .filter(light => light.settings.includes(id))
              .map(light => (
                <p key={light.id}>
                  <b>{english ? light.nameEn : light.name}</b> {english ? light.sentenceEn : light.sentence}
                </p>
              ))}
          </details>
        </li>
      ))}
    </ul>
  )
}
