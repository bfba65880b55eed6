import { useEffect, useState } from 'react'

/** How often `every` milliseconds have gone by since this was first shown. */
export function useTicks(every: number): number {
  const [ticks, setTicks] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setTicks(count => count + 1), every)
    return () => clearInterval(timer)
  }, [every])
  return ticks
}
