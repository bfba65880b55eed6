import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'

/**
 * A call whose answer may take long: `stop` hangs up, and the server stops with it. So does leaving the page, or asking
 * anew before the answer.
 */
export function useStoppable<Asked, Answer>(
  ask: (asked: Asked, signal: AbortSignal) => Promise<Answer>,
  then: { readonly onSuccess: (answer: Answer) => void; readonly onError?: () => void },
) {
  const line = useRef<AbortController>(null)
  const stop = () => line.current?.abort()
  useEffect(() => () => line.current?.abort(), [])
  const call = useMutation({
    mutationFn: (asked: Asked) => {
      stop()
      line.current = new AbortController()
      return ask(asked, line.current.signal)
    },
    ...then,
  })
  const stopped = call.error?.name === 'AbortError'
  return { ...call, error: stopped ? null : call.error, stopped, stop }
}
