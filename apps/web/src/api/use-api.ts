import type { Response, Route } from '@guatu/contract'
import { QueryClient, useQuery } from '@tanstack/react-query'
import { call, type Input } from './client.ts'
import { ApiFault, NETWORK } from './fault.ts'

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => error instanceof ApiFault && error.code === NETWORK && count < 2,
      refetchOnWindowFocus: true,
    },
    // Without a line a write fails at once and says so, instead of hanging until there is one.
    mutations: { networkMode: 'always' },
  },
})

export function useApi<R extends Route>(route: R, input: Input<R> = {}, enabled = true) {
  return useQuery<Response<R>, Error>({
    queryKey: [route.name, input.params ?? null, input.query ?? null],
    queryFn: ({ signal }) => call(route, { ...input, signal }),
    enabled,
  })
}

/** After a write every figure on screen may have moved; who one is has not. */
export const refresh = () => queries.invalidateQueries({ predicate: query => query.queryKey[0] !== 'whoAmI' })
