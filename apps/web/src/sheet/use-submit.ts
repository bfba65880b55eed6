import type { ReturnSheet } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { ApiFault } from '../api/fault.ts'
import { refresh } from '../api/use-api.ts'
import { drop } from '../grid/draft/store.ts'
import { answerOf, type Submission, type useUnsentReturns } from './use-unsent-returns.ts'

/** Written on the device before it is sent; what the server refuses goes back to the form with its words. */
export function useSubmit(
  sheet: ReturnSheet,
  queue: ReturnType<typeof useUnsentReturns>,
  onSent: () => void,
) {
  const { unit, period } = sheet.return
  return useMutation({
    mutationFn: async (body: Submission) => {
      const key = await queue.submit({ unit, period }, body)
      const fault = queue.faultOf(key)
      if (!fault) return 'sent'
      if (answerOf(fault).kind === 'offline') return 'waiting'
      await drop('unsent', key)
      await queue.flush()
      throw fault
    },
    onSuccess: outcome => {
      if (outcome === 'sent') onSent()
    },
    onError: error =>
      error instanceof ApiFault && error.code === 'return.changed-meanwhile' ? refresh() : undefined,
  })
}
