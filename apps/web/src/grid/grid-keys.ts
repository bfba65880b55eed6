import type { KeyboardEvent } from 'react'
import type { GridAction } from './model/reduce.ts'

/** `ready`: keys move; `typing`: a key began to write over the cell; `caret`: arrows move inside the text (F2). */
export type Mode = 'ready' | 'typing' | 'caret'

export type KeyOrder =
  | { readonly order: 'move'; readonly down: number; readonly right: number; readonly extend?: boolean }
  | { readonly order: 'act'; readonly action: GridAction }
  | { readonly order: 'edge'; readonly to: 'row-start' | 'row-end' | 'start' | 'end' }
  | { readonly order: 'next' | 'previous' | 'caret' | 'cancel' | 'new-line' }

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}
const PAGE = 12
/** What a key says while an input method owns it. */
const OWNED_BY_INPUT_METHOD = 229

type Key = Pick<KeyboardEvent, 'key' | 'keyCode' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'> & {
  readonly nativeEvent: { readonly isComposing: boolean }
}

/** What a key asks for; undefined leaves it to the box, and so every key while an input method is at work. */
export function orderOf(event: Key, mode: Mode): KeyOrder | undefined {
  if (event.nativeEvent.isComposing || event.keyCode === OWNED_BY_INPUT_METHOD) return undefined
  const { key, shiftKey, altKey } = event
  if (event.ctrlKey || event.metaKey) return mode === 'ready' ? withControl(key, shiftKey) : undefined
  if (key === 'Enter') {
    if (altKey) return { order: 'new-line' }
    return { order: 'move', down: shiftKey ? -1 : 1, right: 0 }
  }
  if (altKey) return undefined
  if (key === 'Tab') return { order: shiftKey ? 'previous' : 'next' }
  if (key === 'Escape') return { order: 'cancel' }
  if (key === 'F2') return { order: 'caret' }
  if (mode === 'caret') return undefined
  const arrow = ARROWS[key]
  if (arrow) {
    const [down, right] = arrow
    return { order: 'move', down, right, ...(shiftKey && mode === 'ready' ? { extend: true } : {}) }
  }
  if (key === 'PageDown' || key === 'PageUp')
    return { order: 'move', down: key === 'PageDown' ? PAGE : -PAGE, right: 0, extend: shiftKey }
  if (mode !== 'ready') return undefined
  if (key === 'Home') return { order: 'edge', to: 'row-start' }
  if (key === 'End') return { order: 'edge', to: 'row-end' }
  return key === 'Delete' ? { order: 'act', action: { do: 'clear' } } : undefined
}

function withControl(key: string, shift: boolean): KeyOrder | undefined {
  switch (key.toLowerCase()) {
    case 'z':
      return { order: 'act', action: { do: shift ? 'redo' : 'undo' } }
    case 'y':
      return { order: 'act', action: { do: 'redo' } }
    case 'd':
      return { order: 'act', action: { do: 'fill' } }
    case 'a':
      return { order: 'act', action: { do: 'all' } }
    case 'home':
      return { order: 'edge', to: 'start' }
    case 'end':
      return { order: 'edge', to: 'end' }
    default:
      return undefined
  }
}
