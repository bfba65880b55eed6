import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** For who has the slip and nothing to scan it with. */
export function SlipEntry() {
  const { t } = useTranslation()
  const box = useId()
  const [open, setOpen] = useState(false)
  const [code, setCode] = useState('')
  if (!open)
    return (
      <Button type="link" onClick={() => setOpen(true)}>
        {t('slip.use')}
      </Button>
    )
  return (
    <form
      className="slip-entry"
      onSubmit={event => {
        event.preventDefault()
        if (code.trim()) location.assign(`/login?code=${encodeURIComponent(code.trim())}`)
      }}
    >
      <label htmlFor={box}>{t('slip.code')}</label>
      <Input
        id={box}
        autoFocus
        maxLength={32}
        autoComplete="off"
        value={code}
        onChange={event => setCode(event.target.value)}
      />
      <Button htmlType="submit">{t('slip.use')}</Button>
    </form>
  )
}
