import { routes, type SchemeDraft, type SchemeFinding } from '@guatu/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '../api/client.ts'

const PAUSE_MS = 350

/** What is wrong with a text, asked a moment after the last key. */
export function useFindings({ kind, text, from }: SchemeDraft): {
  findings: readonly SchemeFinding[]
  checking: boolean
  error: Error | null
} {
  const [asked, setAsked] = useState({ kind, text, from })
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ kind, text, from }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [kind, text, from])
  const query = useQuery({
    queryKey: [routes.checkScheme.name, asked],
    queryFn: ({ signal }) => call(routes.checkScheme, { body: asked, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const waiting = asked.text !== text || asked.kind !== kind || asked.from !== from
  return {
    findings: query.data?.findings ?? [],
    checking: waiting || query.isFetching,
    error: query.error,
  }
}
