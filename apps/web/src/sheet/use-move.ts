import { type Body, type ReturnSheet, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { call } from '../api/client.ts'
import { ApiFault, NETWORK } from '../api/fault.ts'
import { refresh } from '../api/use-api.ts'
import { submissionKey } from '../return/draft.ts'

export type Move = Pick<Body<typeof routes.moveReturn>, 'action' | 'reasons'>

/** Repeated after a broken line it keeps its key, so it is written once. */
export function useMove(sheet: ReturnSheet, onMoved?: () => void) {
  const { unit, period } = sheet.return
  const key = useRef(submissionKey())
  return useMutation({
    mutationFn: (move: Move) =>
      call(routes.moveReturn, {
        params: { unit, period },
        body: { ...move, seen: sheet.seen, key: key.current },
      }),
    onSuccess: () => {
      onMoved?.()
      return refresh()
    },
    onSettled: (_moved, error) => {
      if (!(error instanceof ApiFault && error.code === NETWORK)) key.current = submissionKey()
    },
  })
}
