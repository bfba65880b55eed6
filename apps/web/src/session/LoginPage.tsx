import { routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { SlipEntry } from '../setup/SlipEntry.tsx'
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx'
import { enter } from './me.ts'
import './session.css'

export function LoginPage() {
  const { t } = useTranslation()
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const ids = { account: useId(), password: useId() }
  const signIn = useMutation({
    mutationFn: () => call(routes.signIn, { body: { account: account.trim(), password } }),
    onSuccess: enter,
  })
  return (
    <div className="login">
      <form
        className="login-form"
        onSubmit={event => {
          event.preventDefault()
          if (account.trim() && password) signIn.mutate()
        }}
      >
        <h1>
          <img src="/icon.svg" alt="" /> {t('shell.product')}
        </h1>
        <p>{t('login.about')}</p>
        <label htmlFor={ids.account}>{t('login.account')}</label>
        <Input
          id={ids.account}
          name="account"
          autoComplete="username"
          autoFocus
          required
          maxLength={64}
          value={account}
          onChange={event => setAccount(event.target.value)}
        />
        <label htmlFor={ids.password}>{t('login.password')}</label>
        <Input.Password
          id={ids.password}
          name="password"
          autoComplete="current-password"
          required
          maxLength={256}
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
        {signIn.error && <ErrorNote error={signIn.error} />}
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          {t('login.enter')}
        </Button>
        <LanguageSwitch />
      </form>
      <SlipEntry />
    </div>
  )
}
