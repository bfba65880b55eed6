import { describe, expect, it } from 'vitest'
import { boxText, readBox, readDraft, submissionKey } from './draft.ts'

const WAN = { unit: '万元', unitEn: '', scale: 1_000_000, decimals: 0 }
const fields = [
  { id: 'invest-ytd', type: 'money' },
  { id: 'stage', type: 'stage' },
] as const

describe('boxes of a return', () => {
  it('read money in the unit shown, or in the unit that is typed', () => {
    expect(readBox('money', '8,200', WAN)).toEqual({ ok: true, value: 8_200_000_000 })
    expect(readBox('money', '１２．５', WAN)).toEqual({ ok: true, value: 12_500_000 })
    expect(readBox('money', '1.2亿', WAN)).toEqual({ ok: true, value: 12_000_000_000 })
    expect(readBox('money', '0.0000001', WAN).ok).toBe(false)
    expect(readBox('money', '约3千万', WAN).ok).toBe(false)
  })

  it('tell 0 from nothing', () => {
    expect(readBox('money', '0', WAN)).toEqual({ ok: true, value: 0 })
    expect(readBox('money', ' ', WAN)).toEqual({ ok: true, value: null })
  })

  it('show money so that reading it gives the same amount', () => {
    for (const minor of [0, 1, 8_200_000_000, 8_200_000_001, -5_000_000])
      expect(readBox('money', boxText('money', minor, WAN), WAN)).toEqual({ ok: true, value: minor })
  })

  it('send only what differs, and call it a correction where a figure stood', () => {
    const inForce = { 'invest-ytd': 8_200_000_000 }
    expect(readDraft({ 'invest-ytd': '8200.00', stage: '' }, fields, inForce, WAN).figures).toEqual({})
    const changed = readDraft({ 'invest-ytd': '', stage: 'started' }, fields, inForce, WAN)
    expect(changed.figures).toEqual({ 'invest-ytd': null, stage: 'started' })
    expect(changed.corrected).toEqual(['invest-ytd'])
    expect(readDraft({ 'invest-ytd': 'x' }, fields, inForce, WAN).unreadable).toEqual(['invest-ytd'])
  })

  it('carry a key of their own', () => {
    expect(submissionKey()).toMatch(/^[0-9a-f]{32}$/)
    expect(submissionKey()).not.toBe(submissionKey())
  })
})
