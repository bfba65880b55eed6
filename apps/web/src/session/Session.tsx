import { routes } from '@guatu/contract'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { lazy, Suspense, useState } from 'react'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { ApiFault } from '../api/fault.ts'
import { useApi } from '../api/use-api.ts'
import { useLanguage } from '../language/index.ts'
import { codeInAddress, leaveCode } from '../setup/slip-address.ts'
import { router } from '../shell/route-tree.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { THEME } from '../styles/theme.ts'
import { LoginPage } from './LoginPage.tsx'
import { MeContext } from './me.ts'

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
        <RouterProvider key={who.data.post.id} router={router} />
      </MeContext>
    )
  if (who.error instanceof ApiFault && who.error.status === 401) return <Outside />
  if (who.error) return <ErrorNote error={who.error} retry={() => void who.refetch()} />
  return <Waiting />
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
