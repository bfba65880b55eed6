import type { Response, routes } from '@guatu/contract'

export type Sending = Response<typeof routes.getSending>
