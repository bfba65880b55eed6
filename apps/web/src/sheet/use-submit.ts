import type { ReturnSheet } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { ApiFault } from '../api/fault.ts'
import { refresh } from '../api/use-api.ts'
import { type Submission, useUnsentReturns } from '../keep/UnsentProvider.tsx'

/** Written on the device before it is sent; what the server refuses goes back to the form with its words. */
export function useSubmit(sheet: ReturnSheet, onSent: () => void) {
  const { unit, period } = sheet.return
  const queue = useUnsentReturns()
  return useMutation({
    mutationFn: async (body: Submission) => {
      const key = await queue.submit({ unit, period }, body)
      const left = await queue.left(key)
      if (!left) return 'sent'
      if (!left.held) return 'waiting'
      const { code, zh, en, why } = left.held
      await queue.decide(key, 'drop')
      throw new ApiFault(code, zh, en, why === 'conflict' ? 409 : 422)
    },
    onSuccess: outcome => {
      if (outcome === 'sent') onSent()
    },
    onError: error =>
      error instanceof ApiFault && error.code === 'return.changed-meanwhile' ? refresh() : undefined,
  })
}
