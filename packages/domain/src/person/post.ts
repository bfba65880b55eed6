/** What a person is in one unit. */
export interface PostFact {
  readonly id: string
  readonly person: string
  readonly unit: string
  readonly role: string
  /** 单位负责人: answers for the unit's people. */
  readonly head?: boolean
}

/** Whose post sees the projects of its unit and below only; the others read the whole jurisdiction or nothing. */
export const readsByUnit = (role: string) => role === 'reporter'
