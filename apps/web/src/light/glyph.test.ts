import { describe, expect, it } from 'vitest'
import { vocabulary } from '../../test/fixtures/vocabulary.ts'
import { GLYPHS, markOf, worstColour, worstFirst } from './glyph.ts'

describe('glyphs of lights', () => {
  it('differ in shape, so that grey paper tells them apart', () => {
    expect(GLYPHS).toEqual({
      red: '●',
      orange: '▼',
      yellow: '▲',
      lime: '◧',
      green: '■',
      blue: '◆',
      none: '○',
    })
    expect(new Set(Object.values(GLYPHS)).size).toBe(7)
  })

  it('follow the mark that the plan gives a colour, and ○ for what it does not know', () => {
    const renamed = vocabulary.colours.map(one => ({ ...one, id: `${one.id}-card` }))
    expect(markOf(renamed, 'yellow-card')).toBe('yellow')
    expect(markOf(renamed, 'yellow')).toBe('none')
    expect(markOf(renamed, 'none')).toBe('none')
  })

  it('stand by severity, whatever the colours are called', () => {
    expect(worstFirst([...vocabulary.colours].reverse())).toEqual(['red', 'yellow', 'blue', 'green', 'none'])
    const blueIsWorst = vocabulary.colours.map(one => (one.id === 'blue' ? { ...one, severity: 9 } : one))
    expect(worstColour(blueIsWorst)).toBe('blue')
    expect(worstColour([])).toBe('none')
  })
})
