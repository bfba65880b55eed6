import { Outlet, useLocation } from '@tanstack/react-router'
import { lazy } from 'react'

const PeoplePage = lazy(async () => ({ default: (await import('../person/PeoplePage.tsx')).PeoplePage }))

/** Pages without business data. */
const OPEN = new Set(['/notices', '/channels'])

/** An administrator keeps accounts and channels and sees no business data, at whatever address. */
export function NoPlan() {
  return OPEN.has(useLocation().pathname) ? <Outlet /> : <PeoplePage />
}
