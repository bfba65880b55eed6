import { PASSWORD_LEAST, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { Field } from '../setup/Field.tsx'
import { FormDrawer } from './Form.tsx'
import './person.css'

/** One's own password: the old one, and the new one twice. */
export function PasswordForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [old, setOld] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const change = useMutation({
    mutationFn: () => call(routes.changePassword, { body: { old, password } }),
    onSuccess: () => {
      void message.success(t('password.changed'))
      onClose()
    },
  })
  const box = (value: string, set: (text: string) => void, complete: string) => (id: string) => (
    <Input.Password
      id={id}
      required
      maxLength={256}
      autoComplete={complete}
      value={value}
      onChange={event => set(event.target.value)}
    />
  )
  return (
    <FormDrawer
      title={t('password.change')}
      about={t('password.change-means')}
      send={t('password.change')}
      ready={old !== '' && [...password].length >= PASSWORD_LEAST && password === again}
      pending={change.isPending}
      error={change.error}
      onSend={() => change.mutate()}
      onClose={onClose}
    >
      <Field label={t('password.old')}>{box(old, setOld, 'current-password')}</Field>
      <Field label={t('password.new')} help={t('password.least', { least: PASSWORD_LEAST })}>
        {box(password, setPassword, 'new-password')}
      </Field>
      <Field
        label={t('password.again')}
        help={again !== '' && again !== password ? t('password.differ') : undefined}
      >
        {box(again, setAgain, 'new-password')}
      </Field>
    </FormDrawer>
  )
}
