import type { Response, routes } from '@guatu/contract'

export type PeriodData = Response<typeof routes.getPeriod>
export type Unlock = PeriodData['unlocks'][number]
