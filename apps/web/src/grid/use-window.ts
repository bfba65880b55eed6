import { type RefObject, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Rows drawn beyond the edge, so that a wheel turn shows no gap. */
const MORE = 8
/** Below this all are drawn. */
const FEW = 60

/** First and last of the rows to draw; all of them on paper. */
export function useWindow(box: RefObject<HTMLElement | null>, count: number, height: number) {
  const [seen, setSeen] = useState({ first: 0, last: FEW })
  const [paper, setPaper] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => {
      const first = Math.max(0, Math.floor(element.scrollTop / height) - MORE)
      const last = Math.ceil((element.scrollTop + element.clientHeight) / height) + MORE
      setSeen(before => (before.first === first && before.last === last ? before : { first, last }))
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const sized = new ResizeObserver(look)
    sized.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      sized.disconnect()
    }
  }, [box, height])
  useEffect(() => {
    const print = matchMedia('print')
    const turn = (event: MediaQueryListEvent) => setPaper(event.matches)
    const before = () => flushSync(() => setPaper(true))
    const after = () => setPaper(false)
    print.addEventListener('change', turn)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      print.removeEventListener('change', turn)
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return paper || count <= FEW
    ? { first: 0, last: count - 1 }
    : { first: seen.first, last: Math.min(seen.last, count - 1) }
}
