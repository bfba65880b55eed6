import { createContext, use } from 'react'

/** Whatever a reader may ask "why" of, and the entry that an answer rests on. */
export type Subject =
  | { readonly kind: 'light'; readonly project: string; readonly list: string; readonly rule: string }
  | { readonly kind: 'indicator'; readonly indicator: string; readonly scope: string }
  | { readonly kind: 'entry'; readonly seq: number }

export const AskContext = createContext<(subject: Subject) => void>(() => undefined)

/** Opens the one drawer that answers "why"; asked from inside it, one can go back. */
export const useAsk = () => use(AskContext)
