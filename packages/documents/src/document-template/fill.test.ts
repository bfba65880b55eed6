import type { DocumentModel } from '@guatu/domain'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { sampleDocument } from '../write/sample.ts'
import { paragraphsOf, partsOf } from '../write/testing.ts'
import { fillTemplate } from './fill.ts'
import { writeStarter } from './starter.ts'

const starter = await writeStarter()
const issued: DocumentModel = {
  ...sampleDocument,
  number: '示发改〔2020〕12号',
  state: { ...sampleDocument.state, draft: false, synthetic: false },
}

/** The starter with another text, as an office program would save it. */
function edited(change: (xml: string) => string, bytes = starter): Uint8Array {
  const parts = unzipSync(bytes)
  parts['word/document.xml'] = strToU8(change(strFromU8(parts['word/document.xml'] ?? new Uint8Array())))
  return zipSync(parts)
}
const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const cell = (text: string) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${p(text)}</w:tc>`
const withBody = (xml: string) => edited(one => one.replace(/(<w:body>).*(<w:sectPr)/s, `$1${xml}$2`))
function textsOf(template: Uint8Array, model = issued, tables: string[] = []): string[] {
  const filled = fillTemplate(model, template, tables)
  if (!filled.ok) throw new Error(JSON.stringify(filled.error))
  return paragraphsOf(partsOf(filled.value)['word/document.xml'] ?? '')
}
function faultsOf(template: Uint8Array, tables: string[] = []) {
  const filled = fillTemplate(issued, template, tables)
  return filled.ok ? [] : filled.error
}

describe('the starting template', () => {
  it('filled says what the built-in layout says, tables included', async () => {
    const { writeDocx } = await import('../write/docx.ts')
    const said = (texts: readonly string[]) =>
      texts
        .filter(text => text.trim() !== '' && !text.startsWith('附件：') && !/^\d\.\t/.test(text))
        .join('\n')
    const builtIn = said(paragraphsOf(partsOf(await writeDocx(issued))['word/document.xml'] ?? ''))
    const filled = said(textsOf(starter))
    expect(filled.replace('示范县发展和改革局关于2020年5月', '示范县发展和改革局\n关于2020年5月')).toBe(
      builtIn,
    )
  })

  it('gives the same bytes each time', async () => {
    expect(await writeStarter()).toEqual(starter)
    expect(fillTemplate(issued, starter)).toEqual(fillTemplate(issued, starter))
  })

  it('has the watermark and the state of a draft, and neither once issued', () => {
    const header = (model: DocumentModel) => {
      const filled = fillTemplate(model, starter)
      return filled.ok ? (partsOf(filled.value)['word/header1.xml'] ?? '') : ''
    }
    const draft = header({ ...issued, state: sampleDocument.state })
    expect(draft).toContain('PowerPlusWaterMarkObject')
    expect(draft).toContain('草稿　数据截至2020年5月31日　台账序号128')
    expect(header(issued)).not.toContain('PowerPlusWaterMarkObject')
    expect(header(issued)).not.toContain('草稿')
  })
})

describe('a template of a bureau', () => {
  it('may use English names, tags cut over runs, and loops over the rows of a table', () => {
    const template = withBody(
      `<w:p><w:r><w:t>{num</w:t></w:r><w:r><w:t>ber}</w:t></w:r></w:p><w:tbl><w:tr>${cell('{#重点项目进度情况表}{项目名称}')}${cell('{年度计划}{/重点项目进度情况表}')}</w:tr></w:tbl>`,
    )
    const model = { ...issued, blocks: issued.blocks, annexes: [] }
    expect(textsOf(template, model)).toEqual([
      '示发改〔2020〕12号',
      '第1号示范项目',
      '1200.00',
      '第2标段农村饮水安全巩固提升及水源地保护“一体化”示范工程',
      '2400.00',
      '第3号示范项目',
      '3600.00',
      '合计',
      '230,000.00',
    ])
  })

  it('that hides the state of a draft gets a line with it', () => {
    const bare = edited(xml => xml, withBody(p('{标题}')))
    const parts = unzipSync(bare)
    for (const path of Object.keys(parts))
      if (path.startsWith('word/header'))
        parts[path] = strToU8(
          '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p/></w:hdr>',
        )
    const [first] = textsOf(zipSync(parts), { ...issued, state: sampleDocument.state })
    expect(first).toBe('草稿　数据截至2020年5月31日　台账序号128　示例数据')
  })

  it('may name a table that is missing this time', () => {
    const template = withBody(p('{#数据更正情况}{项目}{/数据更正情况}{署名}'))
    expect(textsOf(template, issued, ['数据更正情况'])).toEqual(['示范县发展和改革局'])
    expect(faultsOf(template)).toMatchObject([{ code: 'template.unknown-tag', tag: '数据更正情况' }])
  })
})

describe('a broken template is told with place and mend', () => {
  it.each([
    ['一。', '{标题', 'template.unclosed-tag', '标题'],
    ['一。', '标题}', 'template.unopened-tag', '标题'],
    ['一。', '{#附件}', 'template.unclosed-loop', '附件'],
    ['一。', '{/附件}', 'template.unopened-loop', '附件'],
    ['{#附件}', '{/正文}', 'template.crossed-loops', '正文'],
    ['一。', '{领导批示}', 'template.unknown-tag', '领导批示'],
    ['一。', '{constructor}', 'template.unknown-tag', 'constructor'],
    ['一。', '{__proto__}', 'template.unknown-tag', '__proto__'],
  ])('%s %s', (first, second, code, tag) => {
    const faults = faultsOf(withBody(p(first) + p(second)))
    expect(faults).toMatchObject([{ code, tag, where: { part: '正文', paragraph: 2, text: second } }])
    expect(faults[0]?.message).toContain('正文第2段')
    expect(faults[0]?.mend).not.toBe('')
  })

  it('all at once', () => {
    const codes = faultsOf(withBody(p('{标题') + p('{/附件}'))).map(one => one.code)
    expect(codes).toEqual(['template.unclosed-tag', 'template.unopened-loop'])
  })

  it('also where it is no .docx, bears macros or is too large', () => {
    expect(faultsOf(Uint8Array.of(1, 2, 3))).toMatchObject([{ code: 'template.not-a-docx' }])
    expect(faultsOf(zipSync({ 'a.txt': strToU8('x') }))).toMatchObject([{ code: 'template.not-a-docx' }])
    const macros = zipSync({ ...unzipSync(starter), 'word/vbaProject.bin': Uint8Array.of(1) })
    expect(faultsOf(macros)).toMatchObject([{ code: 'template.has-macros' }])
    const large = zipSync({ ...unzipSync(starter), 'word/big.xml': new Uint8Array(30_000_001) })
    expect(faultsOf(large)).toMatchObject([{ code: 'template.too-large' }])
  })

  it('also where it would run something, fetch something, or lie elsewhere when it is unpacked', () => {
    const more = (name: string, text: string) => zipSync({ ...unzipSync(starter), [name]: strToU8(text) })
    const relation = (type: string, more = '') =>
      `<Relationships><Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://h/x"${more}/></Relationships>`
    const rels = (type: string, mode = ' TargetMode="External"') =>
      more('word/_rels/footer9.xml.rels', relation(type, mode))
    const field = (...said: string[]) =>
      withBody(
        `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${said.map(one => `<w:r><w:instrText xml:space="preserve">${one}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      )
    const codeOf = (template: Uint8Array) => faultsOf(template).map(one => one.code)
    for (const [template, code] of [
      [rels('attachedTemplate'), 'template.has-links'],
      [rels('image'), 'template.has-links'],
      [rels('oleObject'), 'template.has-links'],
      [rels('frame'), 'template.has-links'],
      [rels('aFChunk', ''), 'template.has-objects'],
      [more('word/embeddings/oleObject1.bin', 'x'), 'template.has-objects'],
      [more('word/activeX/activeX1.xml', '<x/>'), 'template.has-objects'],
      [field('DDEAUTO c:\\x'), 'template.has-links'],
      [field(' DD', 'E x'), 'template.has-links'],
      [field(' INCLUDEPICTURE "http://h/x"'), 'template.has-links'],
      [withBody('<w:p><w:fldSimple w:instr=" INCLUDETEXT x "/></w:p>'), 'template.has-links'],
      [more('word/more.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a/>'), 'template.not-a-docx'],
      [more('../outside.txt', 'x'), 'template.not-a-docx'],
      [more('word/../../outside.txt', 'x'), 'template.not-a-docx'],
      [more('/outside.txt', 'x'), 'template.not-a-docx'],
      [more('..\\outside.txt', 'x'), 'template.not-a-docx'],
      [more('C:/outside.txt', 'x'), 'template.not-a-docx'],
    ] as const)
      expect(codeOf(template)).toEqual([code])
    for (const template of [
      rels('hyperlink'),
      rels('image', ''),
      more('word/embeddings/chart.xlsx', 'x'),
      field(' PAGE '),
      field(' HYPERLINK "http://h" '),
      more('word/a..b.txt', 'x'),
    ])
      expect(codeOf(template)).toEqual([])
  })

  it.each([
    ['text of all parts', 'word/big.xml', 8_000_000],
    ['all parts', 'word/media/big.bin', 30_000_000],
  ])('bounds %s', (_, name, most) => {
    const sizeOf = (name: RegExp) =>
      Object.entries(unzipSync(starter)).reduce(
        (sum, [path, part]) => sum + (name.test(path) ? part.length : 0),
        0,
      )
    const rest = most - sizeOf(name.endsWith('.xml') ? /\.(xml|rels)$/ : /./)
    const filled = (size: number) =>
      faultsOf(zipSync({ ...unzipSync(starter), [name]: new Uint8Array(size).fill(32) }, { level: 1 }))
    expect(filled(rest)).toEqual([])
    expect(filled(rest + 1)).toMatchObject([{ code: 'template.too-large' }])
  })

  it('that says to be small and is not unpacks to no more than it says', () => {
    const bomb = zipSync({ ...unzipSync(starter), 'word/media/big.bin': new Uint8Array(40_000_000) })
    const view = new DataView(bomb.buffer, bomb.byteOffset)
    for (let at = 0; at < bomb.length - 46; at++) {
      const mark = view.getUint32(at, true)
      if (mark === 0x04034b50 && view.getUint32(at + 22, true) === 40_000_000)
        view.setUint32(at + 22, 9, true)
      if (mark === 0x02014b50 && view.getUint32(at + 24, true) === 40_000_000)
        view.setUint32(at + 24, 9, true)
    }
    const filled = fillTemplate(issued, bomb)
    expect(filled.ok && unzipSync(filled.value)['word/media/big.bin']?.length).toBe(9)
  })

  it('of paragraphs that begin and do not end is read through once', () => {
    const template = withBody(`${p('{没有}')}${'<w:p >'.repeat(100_000)}`)
    expect(faultsOf(template)).toMatchObject([{ code: 'template.unknown-tag', where: { paragraph: 1 } }])
  })
})

describe('a line of tags alone', () => {
  it('leaves no gap where it comes out empty, but in a cell, which must keep its paragraph', () => {
    const line = (text: string) => p(`{#一级标题}${text}{/一级标题}`)
    const template = withBody(
      `${p('{#正文}')}${line('【{内容}】')}${p('{#段落}{内容}{/段落}')}${p('{/正文}')}${p('{#附件}无{/附件}')}${p('{抄送}')}<w:tbl><w:tr>${cell('{抄送}')}</w:tr></w:tbl>`,
    )
    const blocks = [
      { kind: 'heading', level: 1, text: '一、甲' },
      { kind: 'paragraph', text: '乙。' },
    ] as const
    expect(textsOf(template, { ...issued, blocks, annexes: [], copyTo: '' })).toEqual([
      '【一、甲】',
      '乙。',
      '',
    ])
    expect(textsOf(template, { ...issued, blocks: [], annexes: [], copyTo: '县委办' })).toEqual([
      '县委办',
      '县委办',
    ])
  })

  it('is no mark in the text', () => {
    const filled = fillTemplate(issued, starter)
    expect(
      filled.ok && strFromU8(unzipSync(filled.value)['word/document.xml'] ?? new Uint8Array()),
    ).not.toMatch(/\ue001/)
  })
})

describe('the words of a filled template', () => {
  const filledXml = (model: DocumentModel) => {
    const filled = fillTemplate(model, starter)
    return filled.ok ? (partsOf(filled.value)['word/document.xml'] ?? '') : ''
  }
  const styled = (xml: string, style: string) =>
    [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)].flatMap(([one]) =>
      one.includes(`"${style}"`) ? [one] : [],
    )

  it('are fitted as in the built-in layout: mark, signature and date', async () => {
    const { writeDocx } = await import('../write/docx.ts')
    const mark = '某某回族自治区某某市发展和改革委员会文件'
    const model = { ...issued, mark }
    const builtIn = partsOf(await writeDocx(model))['word/document.xml'] ?? ''
    const [size, scale] = [/<w:sz w:val="(\d+)"/, /<w:w w:val="(\d+)"/].map(shape => [
      shape.exec(styled(filledXml(model), 'IssuerMark').join(''))?.[1],
      shape.exec(styled(builtIn, 'IssuerMark').join(''))?.[1],
    ]) as [string[], string[]]
    expect(size[0]).toBe(size[1])
    expect(scale[0]).toBe(scale[1])
    const indents = (xml: string) => styled(xml, 'Closing').map(one => /w:right="(\d+)"/.exec(one)?.[1])
    expect(indents(filledXml(model))).toEqual(indents(builtIn))
  })

  it('break a long title as the built-in layout does', () => {
    const title = ['某某回族自治区银川市西夏区发展和改革委员会', '关于2023年1—6月项目推进情况的通报']
    const [line = ''] = styled(filledXml({ ...issued, title }), '"Title"'.slice(1, -1))
    expect(line.match(/<w:br\/>/g)).toHaveLength(2)
  })
})

describe('a template that another program saved', () => {
  /** Ids of styles given anew and what nothing uses left out, as LibreOffice and WPS do. */
  const resaved = (() => {
    const parts = unzipSync(starter)
    const ids = new Map<string, string>()
    const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array())
    const styles = text('word/styles.xml')
      .replace(/<w:style [^>]*w:styleId="(?:Caption|TableEnd)".*?<\/w:style>/gs, '')
      .replace(/w:styleId="(\w+)"/g, (_, id) => {
        ids.set(id, `Style${ids.size + 10}`)
        return `w:styleId="${ids.get(id)}"`
      })
    parts['word/styles.xml'] = strToU8(styles)
    for (const path of Object.keys(parts).filter(one =>
      /^word\/(document|header\d|footer\d)\.xml$/.test(one),
    ))
      parts[path] = strToU8(
        text(path)
          .replace(/<w:pStyle w:val="(\w+)"/g, (_, id) => `<w:pStyle w:val="${ids.get(id) ?? id}"`)
          .replace(/PowerPlusWaterMarkObject\d+/g, 'shape_0')
          .replaceAll('<w:r>', '<w:r w:rsidR="00A1">'),
      )
    return zipSync(parts)
  })()
  const partsFilled = (model: DocumentModel) => {
    const filled = fillTemplate(model, resaved)
    if (!filled.ok) throw new Error(JSON.stringify(filled.error))
    return partsOf(filled.value)
  }

  it('draws its tables in styles that the file has', () => {
    const parts = partsFilled(issued)
    const has = new Set(
      [...(parts['word/styles.xml'] ?? '').matchAll(/w:styleId="(\w+)"/g)].map(([, id]) => id),
    )
    const used = [...(parts['word/document.xml'] ?? '').matchAll(/<w:pStyle w:val="(\w+)"/g)].map(
      ([, id]) => id,
    )
    expect(used.filter(id => !has.has(id))).toEqual([])
    expect(has.has('GuatuCaption')).toBe(true)
    expect(has.has('GuatuCell')).toBe(false)
  })

  it('loses the watermark once issued, whatever its id is now', () => {
    const headers = (model: DocumentModel) =>
      Object.entries(partsFilled(model)).flatMap(([path, xml]) =>
        path.startsWith('word/header') ? [xml] : [],
      )
    expect(headers({ ...issued, state: sampleDocument.state }).join('')).toContain('string="草稿"')
    expect(headers(issued).join('')).not.toContain('草稿')
  })
})
