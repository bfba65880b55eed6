import { expect, test } from 'vitest'
import { ProgressBoard } from './progress.ts'

test('progress is told to who asked for it and to nobody else', () => {
  const board = new ProgressBoard()
  const progress = { done: 1, total: 2, stage: 'reading' as const }
  board.set('name-of-a', 'a', progress)
  expect(board.get('name-of-a', 'a')).toBe(progress)
  expect(board.get('name-of-a', 'b')).toEqual({ done: 0, total: 0, stage: 'waiting' })
  expect(board.get('name-of-b', 'a')).toEqual({ done: 0, total: 0, stage: 'waiting' })
})
