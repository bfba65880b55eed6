import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMe } from '../session/me.ts'

/** The two times of the address, which every page keeps: the day asked about and how much of the ledger is known. */
export interface When {
  readonly asOf?: string
  readonly knownAt?: string
}

export function useWhen(): When & { readonly past: boolean; readonly go: (when: When) => void } {
  const { asOf, knownAt } = useSearch({ strict: false }) as When
  const { today } = useMe()
  const navigate = useNavigate()
  return {
    asOf,
    knownAt,
    past: isPast({ asOf, knownAt }, today),
    go: when => void navigate({ to: '.', search: (old: object) => ({ ...old, ...when }) as never }),
  }
}

const isPast = ({ asOf, knownAt }: When, today: string) =>
  knownAt !== undefined || (asOf !== undefined && asOf < today)

/** What goes into a query of the API. */
export const timesOf = ({ asOf, knownAt }: When) => ({ asOf, knownAt })
