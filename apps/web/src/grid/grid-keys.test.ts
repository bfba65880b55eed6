import { describe, expect, it } from 'vitest'
import { type Mode, orderOf } from './grid-keys.ts'

const key = (name: string, more: object = {}) => ({
  key: name,
  keyCode: 0,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  nativeEvent: { isComposing: false },
  ...more,
})
const said = (name: string, mode: Mode, more: object = {}) => {
  const order = orderOf(key(name, more), mode)
  return order && (order.order === 'act' ? order.action.do : order.order)
}

describe('keys of the grid', () => {
  it.each([
    ['ArrowDown', 'ready', {}, 'move'],
    ['ArrowDown', 'typing', {}, 'move'],
    ['ArrowDown', 'caret', {}, undefined],
    ['Enter', 'caret', {}, 'move'],
    ['Enter', 'typing', { altKey: true }, 'new-line'],
    ['Tab', 'typing', {}, 'next'],
    ['Tab', 'ready', { shiftKey: true }, 'previous'],
    ['F2', 'ready', {}, 'caret'],
    ['Escape', 'typing', {}, 'cancel'],
    ['Delete', 'ready', {}, 'clear'],
    ['Delete', 'typing', {}, undefined],
    ['Backspace', 'ready', {}, undefined],
    ['5', 'ready', {}, undefined],
    ['z', 'ready', { ctrlKey: true }, 'undo'],
    ['z', 'typing', { ctrlKey: true }, undefined],
    ['Z', 'ready', { metaKey: true, shiftKey: true }, 'redo'],
    ['y', 'ready', { ctrlKey: true }, 'redo'],
    ['d', 'ready', { ctrlKey: true }, 'fill'],
    ['c', 'ready', { ctrlKey: true }, undefined],
  ] as const)('%s in mode %s, %j: %s', (name, mode, more, expected) => {
    expect(said(name, mode, more)).toBe(expected)
  })

  it.each(['Enter', 'ArrowDown', 'Escape', 'Tab', 'z'])('leave %s to an input method at work', name => {
    expect(said(name, 'typing', { nativeEvent: { isComposing: true } })).toBeUndefined()
    expect(said(name, 'ready', { keyCode: 229, ctrlKey: name === 'z' })).toBeUndefined()
  })
})
