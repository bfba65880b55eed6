import type { Response, routes } from '@guatu/contract'

export type Units = Response<typeof routes.listUnits>
export const UNIT_KINDS = ['rename-unit', 'move-unit', 'merge-units', 'split-unit'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]
