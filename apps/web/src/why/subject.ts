import { createContext, use } from 'react'

/** One figure of the evaluation: an indicator over one scope. */
export interface Figure {
  readonly indicator: string
  readonly scope: string
  /** Which value of a reported indicator, in words. */
  readonly label?: string
}

/** Whatever a reader may ask "why" of, and the entry that an answer rests on. */
export type Subject =
  | {
      readonly kind: 'light'
      readonly project: string
      readonly list: string
      readonly rule: string
      /** Another day than that of the page. */
      readonly asOf?: string
    }
  | { readonly kind: 'indicator'; readonly of: readonly Figure[] }
  | { readonly kind: 'entry'; readonly seq: number }

export const AskContext = createContext<(subject: Subject) => void>(() => undefined)

/** Opens the one drawer that answers "why"; asked from inside it, one can go back. */
export const useAsk = () => use(AskContext)
