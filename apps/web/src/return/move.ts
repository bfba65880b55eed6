import type { KeyboardEvent } from 'react'

/** Enter and the arrows go from box to box as in a worksheet; Enter in the last box saves. */
export function moveByKey(event: KeyboardEvent<HTMLFormElement>): void {
  const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const target = event.target
  if (step === 0 || event.nativeEvent.isComposing || !(target instanceof HTMLElement)) return
  if (target instanceof HTMLSelectElement && event.key !== 'Enter') return
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-box]')]
  const at = boxes.indexOf(target)
  const next = boxes[at + step]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
  if (next instanceof HTMLInputElement && next.type === 'text') next.select()
}
