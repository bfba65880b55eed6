const signedIn = new EventTarget()
const SIGNED_IN = 'signed-in'

/** The session is back: what waited for it goes on. */
export const tryAgain = (): boolean => signedIn.dispatchEvent(new Event(SIGNED_IN))

/** Told when there is hope again: the line is back, or the session. Gives what ends it. */
export function whenAgain(told: () => void): () => void {
  window.addEventListener('online', told)
  signedIn.addEventListener(SIGNED_IN, told)
  return () => {
    window.removeEventListener('online', told)
    signedIn.removeEventListener(SIGNED_IN, told)
  }
}
