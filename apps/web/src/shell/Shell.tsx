import { Outlet } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { useMe } from '../session/me.ts'
import { WhyProvider } from '../why/WhyProvider.tsx'
import { Help } from './Help.tsx'
import { useKeys } from './keys.ts'
import { NoPlan } from './NoPlan.tsx'
import { focusSearch } from './search-box.ts'
import { TopBar } from './TopBar.tsx'
import { Waiting } from './Waiting.tsx'
import './shell.css'

export function Shell() {
  const { vocabulary } = useMe()
  const [helping, setHelping] = useState(false)
  useKeys({ '?': () => setHelping(true), '/': focusSearch })
  return (
    <>
      <TopBar onHelp={() => setHelping(true)} />
      <WhyProvider>
        <Suspense fallback={<Waiting />}>{vocabulary ? <Outlet /> : <NoPlan />}</Suspense>
      </WhyProvider>
      <Help open={helping} onClose={() => setHelping(false)} />
    </>
  )
}
