import { routes } from '@guatu/contract'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { lazy, Suspense, useEffect, useState } from 'react'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { ApiFault } from '../api/fault.ts'
import { queries, useApi } from '../api/use-api.ts'
import { hearTabs } from '../keep/tabs.ts'
import { UnsentProvider } from '../keep/UnsentProvider.tsx'
import { useLanguage } from '../language/index.ts'
import { codeInAddress, leaveCode } from '../setup/slip-address.ts'
import { router } from '../shell/route-tree.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { THEME } from '../styles/theme.ts'
import { sessionEnded, useSessionEnded } from './ended.ts'
import { LoginPage } from './LoginPage.tsx'
import { MeContext } from './me.ts'
import { SignInAgain } from './SignInAgain.tsx'

/** Nobody signed in sees the sign-in page at whatever address; afterwards that address opens. */
export function Session() {
  const language = useLanguage()
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCN}
      theme={THEME}
      button={{ autoInsertSpace: false }}
    >
      <App className="app">
        <Door />
      </App>
    </ConfigProvider>
  )
}

const SetupPage = lazy(async () => ({ default: (await import('../setup/SetupPage.tsx')).SetupPage }))
const SlipPage = lazy(async () => ({ default: (await import('../setup/SlipPage.tsx')).SlipPage }))

function Door() {
  const who = useApi(routes.whoAmI)
  const ended = useSessionEnded()
  useOtherTabs()
  const [slip, setSlip] = useState(codeInAddress)
  if (slip !== undefined)
    return (
      <Suspense fallback={<Waiting />}>
        <SlipPage
          code={slip}
          onLeave={() => {
            leaveCode()
            setSlip(undefined)
          }}
        />
      </Suspense>
    )
  if (who.data)
    return (
      <MeContext value={who.data}>
        <UnsentProvider key={who.data.account}>
          <RouterProvider key={`${who.data.account} ${who.data.post.id}`} router={router} />
        </UnsentProvider>
        {ended && <SignInAgain me={who.data} />}
      </MeContext>
    )
  if (who.error instanceof ApiFault && who.error.status === 401) return <Outside />
  if (who.error) return <ErrorNote error={who.error} retry={() => void who.refetch()} />
  return <Waiting />
}

/** The tabs of a device share one session: who signs in or out in one of them does so in all. */
function useOtherTabs(): void {
  useEffect(
    () =>
      hearTabs(told => {
        if (told.about !== 'signed-in' && told.about !== 'signed-out') return
        sessionEnded(false)
        if (told.about === 'signed-out') void queries.resetQueries()
        else void queries.invalidateQueries()
      }),
    [],
  )
}

/** Where nobody works yet the first page sets up; everywhere else one signs in. */
function Outside() {
  const setup = useApi(routes.setupState)
  if (setup.isPending) return <Waiting />
  if (!setup.data?.open) return <LoginPage />
  return (
    <Suspense fallback={<Waiting />}>
      <SetupPage />
    </Suspense>
  )
}
