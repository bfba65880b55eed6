import { z } from 'zod'

/** The posts of the first road. An administrator keeps accounts and sees no business data. */
export const ROLES = ['dispatcher', 'reporter', 'leader', 'inspector', 'administrator'] as const
export const role = z.enum(ROLES)
export type Role = (typeof ROLES)[number]

export const READERS: readonly Role[] = ['dispatcher', 'reporter', 'leader', 'inspector']
