import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeDocx } from './docx.ts'
import type { DocumentModel } from './model.ts'
import { sampleDocument, sampleTable } from './sample.ts'
import { paragraphsOf, partsOf, styleOf } from './testing.ts'

const parts = async (change: Partial<DocumentModel> = {}) =>
  partsOf(await writeDocx({ ...sampleDocument, ...change }))
const bodyOf = async (change: Partial<DocumentModel> = {}) => (await parts(change))['word/document.xml'] ?? ''
const issued = { ...sampleDocument.state, draft: false }

describe('page', () => {
  it('is A4 with the margins and the grid of the standard', async () => {
    const body = await bodyOf()
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
    expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
    expect(body).toMatch(/<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-8\d\d"\/>/)
    expect(body.match(/<w:sectPr>/g)).toHaveLength(1)
  })

  it('sets the body in 3号仿宋 at an exact 28.95 pt', async () => {
    const styles = (await parts())['word/styles.xml'] ?? ''
    for (const id of ['Normal', 'Body']) {
      const style = styleOf(styles, id)
      expect(style).toContain('w:line="579" w:lineRule="exact"')
      expect(style).toContain('w:eastAsia="仿宋_GB2312"')
      expect(style).toContain('<w:sz w:val="32"/>')
    }
    expect(styleOf(styles, 'Body')).toContain('w:firstLineChars="200"')
  })

  it.each([
    ['Heading1', '黑体', 32],
    ['Heading2', '楷体_GB2312', 32],
    ['Heading3', '仿宋_GB2312', 32],
    ['Heading4', '仿宋_GB2312', 32],
    ['Title', '方正小标宋简体', 44],
    ['IssuerMark', '方正小标宋简体', 32],
    ['AnnexLabel', '黑体', 32],
    ['Imprint', '仿宋_GB2312', 28],
    ['PageNumber', '宋体', 28],
  ])('sets %s in %s at %d half-points', async (id, font, halfPoints) => {
    const style = styleOf((await parts())['word/styles.xml'] ?? '', id)
    expect(style).toContain(`w:eastAsia="${font}"`)
    expect(style).toContain(`<w:sz w:val="${halfPoints}"/>`)
  })

  it('names what to take where a font is missing', async () => {
    expect((await parts())['word/fontTable.xml']).toContain(
      '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>',
    )
  })

  it('numbers odd pages at the right and even ones at the left, one place in', async () => {
    const all = await parts()
    expect(all['word/settings.xml']).toContain('<w:evenAndOddHeaders/>')
    const body = all['word/document.xml'] ?? ''
    const footer = (type: string) => {
      const id = new RegExp(`<w:footerReference w:type="${type}" r:id="(\\w+)"`).exec(body)?.[1]
      const path = new RegExp(
        `Id="${id}"[^>]*Target="(\\w+\\.xml)"|Target="(\\w+\\.xml)"[^>]*Id="${id}"`,
      ).exec(all['word/_rels/document.xml.rels'] ?? '')
      return all[`word/${path?.[1] ?? path?.[2]}`] ?? ''
    }
    expect(footer('default')).toMatch(/<w:ind w:right="280"\/><w:jc w:val="right"\/>/)
    expect(footer('even')).toMatch(/<w:ind w:left="280"\/><w:jc w:val="left"\/>/)
    for (const type of ['default', 'even']) {
      expect(footer(type)).toMatch(/— .*PAGE.* —/s)
      expect(footer(type)).toContain('w:val="PageNumber"')
    }
  })
})

describe('draft', () => {
  it('bears the watermark and where its figures stand on odd and even pages', async () => {
    const all = await parts()
    const headers = Object.keys(all).filter(path => /word\/header\d/.test(path))
    expect(headers).toHaveLength(2)
    for (const path of headers) {
      expect(all[path]).toMatch(/<v:textpath [^>]*string="草稿"/)
      expect(all[path]).toContain('草稿　数据截至2020年5月31日　台账序号128　示例数据')
    }
  })

  it('of made-up figures says so once issued too', async () => {
    const all = await parts({ state: issued })
    for (const path of ['word/header1.xml', 'word/header2.xml'])
      expect(paragraphsOf(all[path] ?? '')).toEqual(['示例数据'])
    expect(JSON.stringify(all)).not.toContain('草稿')
  })

  it('is marked no more once issued, but the file still says what it was made from', async () => {
    const all = await parts({ state: { ...issued, synthetic: false } })
    expect(Object.keys(all).filter(path => /header/.test(path))).toEqual([])
    expect(JSON.stringify(all)).not.toContain('草稿')
    expect(all['docProps/core.xml']).toContain('台账序号128　sm3:0123456789abcdef')
  })
})

describe('what is written', () => {
  it('stands in the order of the standard', async () => {
    const lines = paragraphsOf(await bodyOf()).filter(line => line !== '')
    expect(lines.slice(0, 6)).toEqual([
      '示范县发展和改革局文件',
      '〔2020〕　　号',
      '示范县发展和改革局',
      '关于2020年5月重点项目进展情况的通报',
      '各镇人民政府、街道办事处，县政府各工作部门、直属机构：',
      '一、总体情况',
    ])
    const note = lines.indexOf('附件：1.\t重点项目进度情况表')
    expect(lines.slice(note + 1, note + 6)).toEqual([
      '2.\t亮红灯项目清单',
      '示范县发展和改革局',
      '2020年5月31日',
      '附件1',
      '重点项目进度情况表',
    ])
    expect(lines.slice(-2)).toEqual([
      '抄送：县委办公室、县人大常委会办公室、县政协办公室，各县级领导。',
      '示范县发展和改革局\t2020年5月31日印发',
    ])
  })

  it('leaves out what there is none of', async () => {
    const lines = paragraphsOf(await bodyOf({ annexes: [], copyTo: '', to: '', blocks: [] })).join('\n')
    expect(lines).not.toMatch(/附件|抄送|：/)
    expect(lines).toContain('2020年5月31日印发')
  })

  it('doubles no colon and no full stop', async () => {
    const lines = paragraphsOf(await bodyOf({ to: '各镇：', copyTo: '抄送：县委办。', annexes: [] }))
    expect(lines).toContain('各镇：')
    expect(lines).toContain('抄送：县委办。')
  })

  it('numbers a single annex nowhere', async () => {
    const [annex] = sampleDocument.annexes
    const lines = paragraphsOf(await bodyOf({ annexes: annex ? [annex] : [] }))
    expect(lines).toContain('附件：重点项目进度情况表')
    expect(lines).toContain('附件')
  })

  it('begins each annex on a page of its own', async () => {
    const labels = (await bodyOf()).match(/<w:pStyle w:val="AnnexLabel"\/><w:pageBreakBefore\/>/g)
    expect(labels).toHaveLength(2)
  })

  it('keeps any text, escaped', async () => {
    const odd = 'a & b < c > "d" \'e\' ①②③〔〕“引号”—…·×𠮷'
    const body = await bodyOf({ blocks: [{ kind: 'paragraph', text: odd }], signedBy: odd })
    expect(paragraphsOf(body).filter(line => line === odd)).toHaveLength(2)
    expect(body).toContain('a &amp; b &lt; c')
  })

  it('is well-formed for any text in any place', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(text, text, async (a, b) => {
        const model: DocumentModel = {
          ...sampleDocument,
          issuer: a,
          title: [b],
          to: a,
          signedBy: b,
          copyTo: a,
          blocks: [{ kind: 'heading', level: 1, text: a }],
          annexes: [{ title: b, blocks: [{ kind: 'paragraph', text: a }] }],
        }
        partsOf(await writeDocx(model))
      }),
      { numRuns: 20 },
    )
  })
})

describe('tables', () => {
  const withTable = (table: ReturnType<typeof sampleTable>) =>
    bodyOf({ blocks: [{ kind: 'table', table }], annexes: [] })

  it('repeat the header, split no row, fill the text width', async () => {
    const body = await withTable(sampleTable(2))
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(4)
    expect(body).toContain('<w:tblW w:type="dxa" w:w="8844"/>')
    const grid = [...body.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(match => Number(match[1]))
    expect(grid.reduce((sum, width) => sum + width, 0)).toBe(8844)
  })

  it('set numbers at the right and the total in bold', async () => {
    const rows = (await withTable(sampleTable(1))).split('<w:tr>')
    expect(rows.at(-1)).toMatch(/<w:jc w:val="right"\/>.{0,80}<w:b\/>.*86,537\.50/s)
    expect(rows.at(-2)).not.toContain('<w:b/>')
  })

  it('say 无 when they have no rows', async () => {
    const body = await withTable({ ...sampleTable(0), rows: [], strong: [] })
    expect(body).toContain('<w:gridSpan w:val="7"/>')
    expect(paragraphsOf(body)).toContain('无')
  })
})
