import { routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { queries } from '../api/use-api.ts'
import { clearOf, type OnlyHere, onlyHere } from '../keep/of-account.ts'
import { tellTabs } from '../keep/tabs.ts'
import { enter, useMay, useMe } from './me.ts'
import { SignOutAsk } from './SignOut.tsx'

const PasswordForm = lazy(async () => ({
  default: (await import('../person/PasswordForm.tsx')).PasswordForm,
}))

/** Who one is and as what: change post, or sign out. */
export function PostSwitch() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const me = useMe()
  const navigate = useNavigate()
  const setsUp = useMay(routes.firstSteps.name)
  const keepsChannels = useMay(routes.saveChannel.name)
  const [changing, setChanging] = useState(false)
  const say = (error: Error) => void message.open({ content: <ErrorNote error={error} /> })
  const change = useMutation({
    mutationFn: (post: string) => call(routes.changePost, { body: { post } }),
    onSuccess: enter,
    onError: say,
  })
  const [held, setHeld] = useState<OnlyHere>()
  const signOut = useMutation({
    mutationFn: async (all: boolean) => {
      await call(routes.signOut)
      await clearOf(me.account, all).catch(() => undefined)
    },
    onSuccess: () => {
      tellTabs({ about: 'signed-out' })
      return queries.resetQueries()
    },
    onError: say,
  })
  const leave = async () => {
    const here = await onlyHere(me.account).catch(() => undefined)
    if (here && here.returns + here.photos + here.drafts.length > 0) setHeld(here)
    else signOut.mutate(false)
  }
  const posts = me.posts.map(post => ({
    key: post.id,
    label: `${post.unitName} · ${t(`role.${post.role}`)}`,
    onClick: () => change.mutate(post.id),
  }))
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          selectedKeys: [me.post.id],
          items: [
            { type: 'group', label: t('session.posts'), children: posts },
            { type: 'divider' },
            ...(setsUp
              ? [{ key: 'setup', label: t('setup.title'), onClick: () => void navigate({ to: '/setup' }) }]
              : []),
            ...(keepsChannels
              ? [
                  {
                    key: 'channels',
                    label: t('channel.title'),
                    onClick: () => void navigate({ to: '/channels' }),
                  },
                ]
              : []),
            { key: 'password', label: t('password.change'), onClick: () => setChanging(true) },
            { key: 'sign-out', label: t('session.sign-out'), onClick: () => void leave() },
          ],
        }}
      >
        <Button type="text" className="who">
          {me.name} <small>{t(`role.${me.post.role}`)}</small>
        </Button>
      </Dropdown>
      {held && (
        <SignOutAsk
          held={held}
          onStay={() => setHeld(undefined)}
          onLeave={all => {
            setHeld(undefined)
            signOut.mutate(all)
          }}
        />
      )}
      {changing && (
        <Suspense>
          <PasswordForm onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  )
}
