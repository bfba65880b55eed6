import type { UnitFact } from '@guatu/domain'

export interface RosterUnit {
  readonly row: number
  readonly name: string
  readonly kind: UnitFact['kind']
  /** By name; absent: under the jurisdiction's own office. */
  readonly parent?: string
  readonly aliases: readonly string[]
}

/** One person in one unit with one role. */
export interface RosterPost {
  readonly row: number
  readonly person: string
  /** Absent: to be numbered. */
  readonly login?: string
  readonly unit: string
  readonly role: string
  readonly phone?: string
}

export interface Roster {
  readonly units: readonly RosterUnit[]
  readonly posts: readonly RosterPost[]
  /** Where each field stands in its sheet, from 1. */
  readonly columns: {
    readonly units: Readonly<Record<string, number>>
    readonly posts: Readonly<Record<string, number>>
  }
}

export const ROSTER_FAULTS = [
  'roster.sheet-missing',
  'roster.header-missing',
  'roster.nothing',
  'roster.too-many',
  'roster.required',
  'roster.too-long',
  'roster.unknown-kind',
  'roster.unknown-role',
  'roster.unit-twice',
  'roster.parent-missing',
  'roster.cycle',
  'roster.unit-missing',
  'roster.login-form',
  'roster.login-other-name',
  'roster.login-taken',
  'roster.same-name',
  'roster.post-twice',
] as const
export type RosterFaultCode = (typeof ROSTER_FAULTS)[number]

/** A cell that cannot be taken; row 0 and column 0 where the sheet or file as a whole is meant. */
export interface RosterFault {
  readonly sheet: string
  readonly row: number
  readonly column: number
  readonly code: RosterFaultCode
  readonly params: Readonly<Record<string, string | number>>
}
