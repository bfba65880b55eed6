import { useCallback, useState } from 'react'

/** Rows shown where the page may scroll, and the least shown on the wall. */
const FLOWING = 8

/**
 * How many rows of a table, from the second on, are whole on a wall that does not scroll. A box whose height follows its content shows a fair first few.
 */
export function useFit() {
  const [fits, setFits] = useState(FLOWING)
  const box = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const measure = () => {
      const bounded = getComputedStyle(element).overflowY === 'hidden'
      const row = element.querySelector<HTMLElement>('tbody tr:nth-child(2)')
      if (!bounded || !row) return setFits(FLOWING)
      setFits(Math.max(1, Math.floor((element.clientHeight + 1 - row.offsetTop) / row.offsetHeight)))
    }
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return { box, fits }
}
