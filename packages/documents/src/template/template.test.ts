import { unwrap } from '@guatu/kernel'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../read/read-workbook.ts'
import { PROJECT_FIELDS } from '../read/recognise/fields.ts'
import { recognise } from '../read/recognise/recognise.ts'
import { readRoster } from '../read/roster/index.ts'
import { writeProjectTemplate } from './projects.ts'
import { writeReturnTemplate } from './returns.ts'
import { writeRosterTemplate } from './roster.ts'

const words = {
  kinds: { 本级政府: 'office', 部门: 'bureau', 镇街: 'town', 项目单位: 'enterprise' },
  roles: { 调度: 'dispatcher', 填报: 'reporter' },
} as const

const roster = () =>
  writeRosterTemplate({
    words,
    units: [{ name: '某县人民政府', kind: '本级政府', parent: '', aliases: '' }],
    posts: [{ person: '李', login: 'li', unit: '某县人民政府', role: '调度', phone: '' }],
  })

/** A clerk's own program: opens the file, writes into its sheets, saves it. */
async function fill(bytes: Uint8Array, write: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  write(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

describe('the roster template', () => {
  it('is the same bytes twice, and as it comes says only what is known', async () => {
    const bytes = await roster()
    expect(await roster()).toEqual(bytes)
    const read = readRoster(unwrap(await readWorkbook(bytes, 'a.xlsx')), words)
    expect(read.faults).toEqual([])
    expect(read.roster.units.map(unit => unit.name)).toEqual(['某县人民政府'])
    expect(read.roster.posts).toMatchObject([{ person: '李', login: 'li', role: 'dispatcher' }])
  })

  it('has a frozen header, an example that is marked, drop-downs for kinds, roles and units', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await roster()) as unknown as ArrayBuffer)
    expect(book.worksheets.map(sheet => sheet.name)).toEqual(['单位', '人员岗位', '说明'])
    const [units, posts] = book.worksheets
    expect(units?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(units?.getRow(1).values).toEqual([undefined, '单位名称*', '单位类别*', '上级单位', '曾用名和简称'])
    expect(units?.getCell('A2').text).toBe('（示例）住房和城乡建设局')
    expect(units?.getCell('B9').dataValidation.formulae).toEqual(['"本级政府,部门,镇街,项目单位"'])
    expect(posts?.getCell('C9').dataValidation.formulae).toEqual(['单位!$A$2:$A$2000'])
    expect(posts?.getCell('D9').dataValidation.formulae).toEqual(['"调度,填报"'])
  })
})

describe('the project template', () => {
  it('is recognised column by column; its example is no project', async () => {
    const empty = await writeProjectTemplate({ lists: ['重点'], units: ['住建局'], year: 2026 })
    const bytes = await fill(empty, book => {
      const sheet = book.getWorksheet('项目清单')
      const row = [
        '甲',
        null,
        '重点',
        '住建局',
        '公司',
        '镇',
        '王',
        '新建',
        900,
        120,
        '2026-03-15',
        '2027-01',
      ]
      sheet?.addRow([...row, ...Array.from({ length: 12 }, () => 10)])
    })
    const sheet = unwrap(await readWorkbook(bytes, 'a.xlsx')).sheets[0]
    if (!sheet) throw new Error('no sheet')
    const { columns, rows, findings } = recognise(sheet, PROJECT_FIELDS)
    expect(columns.map(column => column.field)).toEqual([
      'project-name',
      'project-code',
      'list',
      'lead-unit',
      'owner-unit',
      'town-unit',
      'leader',
      'nature',
      'total-invest',
      'annual-plan',
      'planned-start',
      'planned-completion',
      ...Array.from({ length: 12 }, (_, i) => `plan-m${String(i + 1).padStart(2, '0')}`),
    ])
    expect(findings).toEqual([])
    const data = rows.filter(row => row.kind === 'data')
    expect(data).toHaveLength(1)
    expect(data[0]?.values['annual-plan']).toMatchObject({ value: { value: 120_000_000 } })
    expect(data[0]?.values['plan-m12']).toMatchObject({ value: { value: 10_000_000 } })
    expect(data[0]?.values['planned-start']).toMatchObject({ value: { value: '2026-03-15' } })
  })
})

describe('the return template', () => {
  it('is recognised with its period; what is left blank is not reported', async () => {
    const projects = [{ name: '甲', code: '', unit: '住建局' }]
    const empty = await writeReturnTemplate({ period: '2026年5月', projects })
    const bytes = await fill(empty, book => {
      const sheet = book.worksheets[0]
      if (sheet) sheet.getCell('E3').value = 45.5
    })
    const sheet = unwrap(await readWorkbook(bytes, 'a.xlsx')).sheets[0]
    if (!sheet) throw new Error('no sheet')
    const { columns, rows } = recognise(sheet, PROJECT_FIELDS)
    expect(columns.map(column => column.field)).toEqual([
      'project-name',
      'project-code',
      'lead-unit',
      'period',
      'invest-ytd',
      'paid-ytd',
      'stat-ytd',
      'stage',
      'started-on',
      'progress',
      'problem',
    ])
    const data = rows.filter(row => row.kind === 'data')
    expect(data).toHaveLength(1)
    expect(data[0]?.values['invest-ytd']).toMatchObject({ value: { value: 45_500_000 } })
    expect(data[0]?.values.period).toMatchObject({ value: { value: '2026-05' } })
    expect(data[0]?.values['paid-ytd']).toBeUndefined()
  })
})
