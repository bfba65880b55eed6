import { PASSWORD_LEAST, routes } from '@guatu/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { enter } from '../session/me.ts'
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx'
import { Waiting } from '../shell/Waiting.tsx'
import { Field } from './Field.tsx'
import '../session/session.css'
import './setup.css'

/** Where the link of a login slip leads: one's name, and a password of one's own. */
export function SlipPage({ code, onLeave }: { code: string; onLeave: () => void }) {
  const { t } = useTranslation()
  const holder = useQuery({
    queryKey: ['slip', code],
    queryFn: ({ signal }) => call(routes.readSlip, { body: { code }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return (
    <div className="login">
      <div className="login-form">
        <h1>
          <img src="/icon.svg" alt="" /> {t('shell.product')}
        </h1>
        {holder.isPending && <Waiting />}
        {holder.error && (
          <>
            <ErrorNote error={holder.error} />
            <Button onClick={onLeave}>{t('slip.to-login')}</Button>
          </>
        )}
        {holder.data && (
          <>
            <p className="slip-holder">
              <b>{holder.data.name}</b>
              {holder.data.jurisdictionName} {holder.data.unitName}
              <span>
                {t('login.account')} <code>{holder.data.login}</code>
              </span>
            </p>
            <OwnPassword code={code} login={holder.data.login} onDone={onLeave} />
          </>
        )}
        <LanguageSwitch />
      </div>
    </div>
  )
}

function OwnPassword({ code, login, onDone }: { code: string; login: string; onDone: () => void }) {
  const { t } = useTranslation()
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const set = useMutation({
    mutationFn: () => call(routes.redeemSlip, { body: { code, password } }),
    onSuccess: me => {
      onDone()
      enter(me)
    },
  })
  const differs = again !== '' && again !== password
  const ready = [...password].length >= PASSWORD_LEAST && again === password
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (ready) set.mutate()
      }}
    >
      <input type="hidden" name="username" autoComplete="username" value={login} readOnly />
      <Field label={t('slip.password')} help={t('setup.password-rule', { least: PASSWORD_LEAST })}>
        {id => (
          <Input.Password
            id={id}
            autoFocus
            required
            maxLength={256}
            autoComplete="new-password"
            value={password}
            onChange={event => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('setup.password-again')} help={differs ? t('setup.password-differs') : undefined}>
        {id => (
          <Input.Password
            id={id}
            required
            maxLength={256}
            autoComplete="new-password"
            status={differs ? 'error' : ''}
            value={again}
            onChange={event => setAgain(event.target.value)}
          />
        )}
      </Field>
      {set.error && <ErrorNote error={set.error} />}
      <Button type="primary" htmlType="submit" size="large" block disabled={!ready} loading={set.isPending}>
        {t('slip.enter')}
      </Button>
    </form>
  )
}
