import type { Entry } from '@guatu/domain'
import { expect, test } from 'vitest'
import { figuresBefore, standingOn } from './undo.ts'

const entry = (seq: number, figures: Entry['figures']): Entry => ({
  seq,
  subject: { kind: 'project', project: 'p' },
  period: '2020-05',
  figures,
  origin: { via: 'form' },
})

test('restores what stood before, and takes back what was new', () => {
  const first = entry(3, { 'invest-ytd': 10, stage: 'started' })
  const second = entry(7, { 'invest-ytd': 12, progress: '封顶' })
  expect(figuresBefore([second, first], second)).toEqual({ 'invest-ytd': 10, progress: null })
  expect(figuresBefore([second, first], first)).toEqual({ 'invest-ytd': null, stage: null })
})

test('a later entry stands on it only where it names the same figure', () => {
  const first = entry(3, { 'invest-ytd': 10 })
  expect(standingOn([first, entry(4, { stage: 'started' })], first)).toEqual([])
  const later = [entry(4, { 'invest-ytd': 11 }), entry(5, { 'invest-ytd': null })]
  expect(standingOn([first, ...later], first)).toEqual(later)
})
