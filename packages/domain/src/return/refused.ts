/** Why a figure may not be changed now. */
export interface ChangeRefused {
  readonly code: 'return.frozen' | 'return.not-open' | 'return.locked' | 'return.wrong-state'
  /** `period`: the closed one, or that of the return; with `opens`, `locks` or `state` of it. */
  readonly params: Readonly<Record<string, string>>
}
