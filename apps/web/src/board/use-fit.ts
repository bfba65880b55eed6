import { useCallback, useState } from 'react'

/** Rows shown where the page may scroll, and the least shown on the wall. */
const FLOWING = 8

/**
 * How many rows of a box are whole on a wall that does not scroll; `fixed` rows (heads, totals) are not counted.
 * A box whose height follows its content shows a fair first few.
 */
export function useFit(fixed = 0) {
  const [fits, setFits] = useState(FLOWING)
  const box = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return
      const measure = () => {
        const bounded = getComputedStyle(element).overflowY === 'hidden'
        const row = element.querySelector<HTMLElement>('tbody tr:last-child, li')
        if (!bounded || !row) return setFits(FLOWING)
        setFits(Math.max(1, Math.floor((element.clientHeight + 1) / row.offsetHeight) - fixed))
      }
      const watch = new ResizeObserver(measure)
      watch.observe(element)
      return () => watch.disconnect()
    },
    [fixed],
  )
  return { box, fits }
}
