import { describe, expect, it } from 'vitest'
import { writeDocx } from './docx.ts'
import type { DocumentModel } from './model.ts'
import { sampleDocument, sampleTable } from './sample.ts'
import { paragraphsOf, partsOf } from './testing.ts'

const annex = (title: string, wide: boolean) => ({
  title,
  wide,
  blocks: [{ kind: 'table', table: { ...sampleTable(2), caption: '' } }] as const,
})
const parts = async (...annexes: DocumentModel['annexes']) =>
  partsOf(await writeDocx({ ...sampleDocument, annexes }))
/** Each section: the text of its paragraphs, and how its pages lie. */
function sectionsOf(body: string) {
  const found = [...body.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gs)]
  return found.map((match, i) => {
    const before = found[i - 1]
    const from = before ? before.index + before[0].length : 0
    const texts = body.slice(from, match.index)
    return {
      lies: /w:orient="(\w+)"/.exec(match[0])?.[1],
      size: /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(match[0])?.slice(1).join('x'),
      margins: /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/
        .exec(match[0])
        ?.slice(1),
      widths: [...texts.matchAll(/<w:tblW w:type="dxa" w:w="(\d+)"/g)].map(([, width]) => width),
      says: (text: string) => texts.includes(text),
    }
  })
}

describe('an annex of many columns', () => {
  it('lies on its side between upright pages, its 版心 turned with it; the 版记 stands upright', async () => {
    const body = (await parts(annex('清单甲', true), annex('清单乙', true)))['word/document.xml'] ?? ''
    const [text, wide, end, ...more] = sectionsOf(body)
    expect(more).toEqual([])
    expect(text).toMatchObject({ lies: 'portrait', size: '11906x16838' })
    expect(wide).toMatchObject({
      lies: 'landscape',
      size: '16838x11906',
      margins: ['1587', '2098', '1474', '1984'],
      widths: ['12756', '12756'],
    })
    expect(wide?.says('清单乙')).toBe(true)
    expect(end).toMatchObject({ lies: 'portrait', widths: [] })
    expect(end?.says('印发')).toBe(true)
  })

  it('may stand before or after one that does not', async () => {
    const after = sectionsOf((await parts(annex('甲', false), annex('乙', true)))['word/document.xml'] ?? '')
    expect(after.map(one => one.lies)).toEqual(['portrait', 'landscape', 'portrait'])
    const before = sectionsOf((await parts(annex('甲', true), annex('乙', false)))['word/document.xml'] ?? '')
    expect(before.map(one => one.lies)).toEqual(['portrait', 'landscape', 'portrait'])
    expect(before[2]?.says('印发')).toBe(true)
    expect(before[2]?.widths).toEqual(['8844'])
  })

  it('leaves no place unfilled', async () => {
    const body = (await parts(annex('甲', true), annex('乙', false)))['word/document.xml'] ?? ''
    expect(body).not.toMatch(/\ue000/)
    expect(body.match(/<w:tbl>/g)).toHaveLength(3)
  })

  it('has its page number turned, where the upright ones stand', async () => {
    const all = await parts(annex('甲', true))
    const footer = (n: number) => all[`word/footer${n}.xml`] ?? ''
    for (const n of [3, 4]) {
      expect(footer(n)).toContain('vert="vert"')
      expect(footer(n)).toMatch(/<wps:txbx>.*— .*PAGE.* —.*<\/wps:txbx>/s)
    }
    for (const n of [1, 2, 5, 6]) expect(footer(n)).not.toContain('wps:txbx>')
    // 35 - 7 mm from the edge, less half of the line of 20 pt
    expect(Number(/<wp:posOffset>(\d+)/.exec(footer(3))?.[1]) / 36_000).toBeCloseTo(28 - 3.53, 1)
    expect(paragraphsOf(footer(3)).join('')).toContain('—')
  })
})
