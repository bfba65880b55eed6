import type { Body, routes } from '@guatu/contract'

export type Decision = Body<typeof routes.decideIntake>
export type Decide = (decision: Decision) => void
