import { lazy } from 'react'

const PeoplePage = lazy(async () => ({ default: (await import('../person/PeoplePage.tsx')).PeoplePage }))

/** An administrator keeps accounts and sees no business data, at whatever address. */
export function NoPlan() {
  return <PeoplePage />
}
