import { describe, expect, it } from 'vitest'
import { BODY_SIZE, CHAR_SPACE, CHAR_SPACING, CHARACTERS, LINE_PITCH, LINES, page } from './gbt9704.ts'

const mm = (twips: number) => (twips * 25.4) / 1440

describe('the page of GB/T 9704-2012', () => {
  it('has the paper, the margins and the type area of clause 5.2.1', () => {
    expect([page.width, page.height].map(mm).map(Math.round)).toEqual([210, 297])
    expect([page.top, page.left, page.right, page.bottom].map(mm).map(Math.round)).toEqual([37, 28, 26, 35])
    expect(mm(page.width - page.left - page.right)).toBeCloseTo(156, 1)
    expect(mm(page.height - page.top - page.bottom)).toBeCloseTo(225, 1)
  })

  it('holds 22 lines and not 23, and the pitch is the largest of whole twips', () => {
    const height = page.height - page.top - page.bottom
    expect(LINE_PITCH).toBe(579)
    expect(LINES * LINE_PITCH).toBeLessThanOrEqual(height)
    expect(LINES * (LINE_PITCH + 1)).toBeGreaterThan(height)
    expect((LINES + 1) * LINE_PITCH).toBeGreaterThan(height)
  })

  it('holds 28 characters and not 29, by the grid and by the spacing of the characters', () => {
    const grid = (BODY_SIZE + CHAR_SPACE / 4096) * 20
    const set = BODY_SIZE * 20 + CHAR_SPACING
    for (const pitch of [grid, set]) {
      expect(CHARACTERS * pitch).toBeLessThanOrEqual(page.textWidth)
      expect((CHARACTERS + 1) * pitch).toBeGreaterThan(page.textWidth)
    }
    expect(CHARACTERS * (grid + 20 / 4096)).toBeGreaterThan(page.textWidth)
  })
})
