import { useSyncExternalStore } from 'react'

/** Whether the server has said that nobody is signed in any more, while a page is still open. */
let ended = false
const listeners = new Set<() => void>()

export function sessionEnded(now: boolean): void {
  if (ended === now) return
  ended = now
  for (const listener of listeners) listener()
}

const listen = (told: () => void) => {
  listeners.add(told)
  return () => listeners.delete(told)
}
export const useSessionEnded = () => useSyncExternalStore(listen, () => ended)
