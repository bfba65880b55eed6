import { describe, expect, it } from 'vitest'
import { type Draft, isForeign, isOf, laterOf, placeOf, TAB, written } from './draft.ts'

const draft = (revision: number, tab = TAB): Draft<string> => ({ content: `${revision}`, revision, tab })

describe('a draft that several tabs write', () => {
  it.each([
    ['nothing there', undefined, 0, 1],
    ['its own', draft(3), 3, 4],
    ['its own, written before the answer', draft(4), 3, 5],
    ['another that it has seen', draft(3, 'other'), 3, 4],
    ['one that another tab has dropped', undefined, 3, 4],
  ])('is written over %s', (_, before, seen, revision) => {
    expect(written(before, 'words', seen)).toEqual({ content: 'words', revision, tab: TAB })
  })

  it('is not written over what another wrote unseen', () => {
    expect(isForeign(draft(4, 'other'), 3)).toBe(true)
    expect(written(draft(4, 'other'), 'words', 3)).toBeUndefined()
  })

  it('is the later of what was kept and what a leaving page put aside', () => {
    expect(laterOf(draft(3), draft(4))?.revision).toBe(4)
    expect(laterOf(draft(5, 'other'), draft(4))?.tab).toBe('other')
    expect(laterOf(draft(4, 'other'), draft(4))?.tab).toBe(TAB)
    expect(laterOf(undefined, draft(1))?.revision).toBe(1)
    expect(laterOf(draft(1), undefined)?.revision).toBe(1)
    expect(laterOf(undefined, undefined)).toBeUndefined()
  })
})

it('lies with its account, and with none whose name begins alike', () => {
  expect(isOf('li', placeOf('li', 'housing', '2023-05'))).toBe(true)
  expect(isOf('l', placeOf('li', 'housing', '2023-05'))).toBe(false)
})
