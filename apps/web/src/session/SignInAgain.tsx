import { type Me, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { queries, refresh } from '../api/use-api.ts'
import { tryAgain } from '../keep/again.ts'
import { tellTabs } from '../keep/tabs.ts'
import { sessionEnded } from './ended.ts'
import { enter } from './me.ts'

/** Over the page where the session ended: the same person goes on where they were, at the same post. */
export function SignInAgain({ me }: { me: Me }) {
  const { t } = useTranslation()
  const box = useId()
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: async () => {
      const back = await call(routes.signIn, { body: { account: me.account, password } })
      const asBefore = back.post.id !== me.post.id && back.posts.some(post => post.id === me.post.id)
      return asBefore ? call(routes.changePost, { body: { post: me.post.id } }) : back
    },
    onSuccess: back => {
      sessionEnded(false)
      if (back.post.id !== me.post.id) enter(back)
      else void refresh()
      tellTabs({ about: 'signed-in' })
      tryAgain()
    },
  })
  const other = () => {
    sessionEnded(false)
    void queries.resetQueries()
  }
  return (
    <Modal
      open
      title={t('session.ended')}
      closable={false}
      footer={null}
      maskClosable={false}
      keyboard={false}
    >
      <form
        className="sign-in-again"
        onSubmit={event => {
          event.preventDefault()
          if (password) signIn.mutate()
        }}
      >
        <p>{t('session.ended-means', { name: me.name })}</p>
        <input type="text" name="account" autoComplete="username" value={me.account} readOnly hidden />
        <label htmlFor={box}>{t('login.password')}</label>
        <Input.Password
          id={box}
          name="password"
          autoComplete="current-password"
          autoFocus
          maxLength={256}
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
        {signIn.error && <ErrorNote error={signIn.error} />}
        <Button type="primary" htmlType="submit" block disabled={!password} loading={signIn.isPending}>
          {t('session.go-on')}
        </Button>
        <Button type="link" onClick={other}>
          {t('session.other')}
        </Button>
      </form>
    </Modal>
  )
}
