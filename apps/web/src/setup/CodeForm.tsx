import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from './Field.tsx'

/** Who can see the window in which the server runs may set it up, and nobody else. */
export function CodeForm({ onGiven }: { onGiven: (code: string) => void }) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  return (
    <form
      className="panel setup-form"
      onSubmit={event => {
        event.preventDefault()
        if (code.trim()) onGiven(code.trim())
      }}
    >
      <h2>{t('setup.code.title')}</h2>
      <p>{t('setup.code.about')}</p>
      <Field label={t('setup.code.label')} help={t('setup.code.where')}>
        {id => (
          <Input
            id={id}
            className="code-box"
            autoFocus
            required
            maxLength={32}
            autoComplete="off"
            placeholder="ABCD-EFGH-JKLM"
            value={code}
            onChange={event => setCode(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" size="large" htmlType="submit">
        {t('setup.code.enter')}
      </Button>
    </form>
  )
}
