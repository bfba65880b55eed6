import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseDate, escapeXml, placesOf, stateLine, xmlSafe } from './text.ts'

describe('text for XML', () => {
  it('drops what XML cannot hold and keeps the rest', () => {
    expect(xmlSafe('甲\u0000\u0008\u000b\u001f\ud800\ufffe乙')).toBe('甲乙')
    expect(xmlSafe('\t\n①〔〕𠮷“”')).toBe('\t\n①〔〕𠮷“”')
    expect(escapeXml('a<b>&"c"')).toBe('a&lt;b&gt;&amp;&quot;c&quot;')
  })

  it('is idempotent', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => xmlSafe(xmlSafe(text)) === xmlSafe(text)))
  })
})

describe('dates and places', () => {
  it('writes dates without padding', () => {
    expect(chineseDate('2020-05-01')).toBe('2020年5月1日')
    expect(chineseDate('2026-12-31')).toBe('2026年12月31日')
  })

  it('counts a letter or digit as half a place', () => {
    expect(placesOf('2020年5月31日')).toBe(6.5)
    expect(placesOf('𠮷县')).toBe(2)
  })

  it('says where figures stand and whether they are made up', () => {
    expect(stateLine({ asOf: '2020-05-31', seq: 7 })).toBe('数据截至2020年5月31日　台账序号7')
    expect(stateLine({ asOf: '2020-05-31', seq: 7, synthetic: true })).toMatch(/示例数据$/)
  })
})
