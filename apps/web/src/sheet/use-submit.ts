import { type ReturnSheet, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { call } from '../api/client.ts'
import { ApiFault, NETWORK } from '../api/fault.ts'
import { refresh } from '../api/use-api.ts'
import { submissionKey } from '../return/draft.ts'
import { passedOf, type Reasons, type Warning } from './explain.ts'
import type { Work } from './work.ts'

interface Sent {
  readonly work: Work
  readonly warnings: readonly Warning[]
  readonly reasons: Reasons
  /** Of figures of this period that stood already. */
  readonly reason: string | undefined
}

/** A submission repeated after a broken line keeps its key, so it is written once. */
export function useSubmit(sheet: ReturnSheet, onSent: () => void) {
  const { unit, period } = sheet.return
  const key = useRef(submissionKey())
  return useMutation({
    mutationFn: ({ work, warnings, reasons, reason }: Sent) =>
      call(routes.submitReturn, {
        params: { unit, period },
        body: {
          rows: work.rows.map(({ project, figures }) => ({ project, figures: { ...figures } })),
          passed: passedOf(warnings, reasons),
          reason,
          seen: sheet.seen,
          key: key.current,
        },
      }),
    onSuccess: () => {
      onSent()
      return refresh()
    },
    onError: error =>
      error instanceof ApiFault && error.code === 'return.changed-meanwhile' ? refresh() : undefined,
    onSettled: (_sent, error) => {
      if (!(error instanceof ApiFault && error.code === NETWORK)) key.current = submissionKey()
    },
  })
}
