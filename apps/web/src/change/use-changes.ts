import { type Changes, type ChangeTag, routes } from '@guatu/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { queries, useApi } from '../api/use-api.ts'
import { timesOf, useWhen } from '../time/when.ts'

export type Since = 'look' | 'period'

/** Own last look is always compared with now; on a past day only the period before it can be asked about. */
export const useSinces = (): readonly Since[] => (useWhen().past ? ['period'] : ['look', 'period'])

/** Tells the server that the war room was opened, once each time. True when it has been told. */
export function useOpened(): boolean {
  const { past } = useWhen()
  const { isFetched } = useQuery({
    queryKey: [routes.markLook.name],
    queryFn: () => call(routes.markLook, { body: {} }),
    enabled: !past,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  return past || isFetched
}

export function useChanges(
  since: Since,
  asked: { readonly kind?: ChangeTag; readonly project?: string; readonly size?: number },
  enabled = true,
) {
  const when = useWhen()
  const times = since === 'look' ? {} : timesOf(when)
  return useApi(routes.getChanges, { query: { ...times, since, ...asked } }, enabled)
}

/** 看过了: what is on the screen, not what came in meanwhile. */
export const useAcknowledge = () =>
  useMutation({
    mutationFn: ({ bar }: Pick<Changes, 'bar'>) =>
      call(routes.markLook, { body: { seen: { seq: bar.seq, asOf: bar.asOf } } }),
    onSettled: () => queries.invalidateQueries({ queryKey: [routes.getChanges.name] }),
  })
