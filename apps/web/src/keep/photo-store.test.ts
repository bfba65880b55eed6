import { PHOTOS_KEPT_MB } from '@guatu/contract'
import { expect, it } from 'vitest'
import { hasRoom, sameBytes } from './photo-store.ts'

const BOUND = PHOTOS_KEPT_MB * 1024 * 1024

it('keeps photos up to its bound in bytes, whoever took them', () => {
  expect(hasRoom([], BOUND)).toBe(true)
  expect(hasRoom([], BOUND + 1)).toBe(false)
  expect(hasRoom([{ size: BOUND - 5 }, { size: 4 }], 1)).toBe(true)
  expect(hasRoom([{ size: BOUND - 5 }, { size: 4 }], 2)).toBe(false)
})

it('knows the same photo by its bytes', () => {
  const bytes = (...values: number[]) => new Uint8Array(values).buffer
  expect(sameBytes(bytes(1, 2), bytes(1, 2))).toBe(true)
  expect(sameBytes(bytes(1, 2), bytes(1, 3))).toBe(false)
  expect(sameBytes(bytes(1, 2), bytes(1, 2, 3))).toBe(false)
})
