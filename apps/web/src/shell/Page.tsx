import type { Bar } from '@guatu/contract'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { TimeBar } from '../time/TimeBar.tsx'
import { useWhen } from '../time/when.ts'
import { Waiting } from './Waiting.tsx'

/** A page with figures: the time bar above, an amber frame when it shows the past, and what stands in for data not there yet. */
export function Page<T extends { bar: Bar }>({
  query,
  className,
  children,
}: {
  query: UseQueryResult<T, Error>
  className?: string
  children: (data: T) => ReactNode
}) {
  const { past } = useWhen()
  return (
    <div className={past ? 'page past-frame' : 'page'}>
      <TimeBar bar={query.data?.bar} />
      <main className={className} aria-busy={query.isFetching}>
        {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
        {query.data ? children(query.data) : query.isPending && <Waiting />}
      </main>
    </div>
  )
}
