import { useEffect, useState } from 'react'

/** What opened a dialog has the focus again once it is gone, unless the focus has found a place of its own. */
export function useFocusBack() {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      setTimeout(() => {
        if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus()
      })
    },
    [opener],
  )
}
