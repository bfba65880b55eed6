import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLine } from './break-line.ts'
import { signatureOf } from './closing.ts'
import { placesOf } from './text.ts'

describe('a line of a title', () => {
  it.each([
    ['关于2023年1—12月项目推进情况的通报', ['关于2023年1—12月项目推进情况的通报']],
    ['局'.repeat(20), ['局'.repeat(20)]],
    ['局'.repeat(21), ['局'.repeat(10), '局'.repeat(11)]],
    ['某某回族自治区银川市西夏区发展和改革委员会', ['某某回族自治区银川市', '西夏区发展和改革委员会']],
    [
      '重点项目推进情况和存在问题清单（含新开工和续建）',
      ['重点项目推进情况和', '存在问题清单（含新开工和续建）'],
    ],
  ])('%s is broken where its sense lets it', (text, lines) => expect(breakLine(text, 20)).toEqual(lines))

  it('is never broken inside a number', () => {
    for (let before = 1; before < 20; before++) {
      const [first = ''] = breakLine(`${'局'.repeat(before)}2023年${'局'.repeat(25 - before)}`, 20)
      expect(first).not.toMatch(/2$|20$|202$|2023$/)
    }
  })

  it('loses nothing and holds what a line may hold, whatever it says', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 })
    fc.assert(
      fc.property(text, fc.integer({ min: 5, max: 30 }), (of, most) => {
        const lines = breakLine(of, most)
        expect(lines.join('')).toBe(of)
        for (const line of lines) expect(placesOf(line)).toBeLessThanOrEqual(most)
      }),
    )
  })
})

describe('a long signature', () => {
  it('stands in lines that fit, with the date whole under the last', () => {
    const signedBy = '某某回族自治区银川市西夏区发展和改革委员会重大项目推进办公室'
    const { lines, day, right } = signatureOf({ signedBy, date: '2023-12-31' })
    expect(lines.join('')).toBe(signedBy)
    for (const line of lines) expect(placesOf(line) + right.signature).toBeLessThanOrEqual(28)
    expect(right.date + placesOf(day)).toBeLessThanOrEqual(28)
  })
})
