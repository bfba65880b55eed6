import { addForm, addNotes, bytesOf, type FormColumn, newBook } from './sheet.ts'

export interface ProjectTemplate {
  /** Names of the lists and units that may be chosen. */
  readonly lists: readonly string[]
  readonly units: readonly string[]
  /** The plan year. */
  readonly year: number
}

const MONEY = '#,##0.00'
const months = Array.from({ length: 12 }, (_, i) => `${i + 1}月计划（万元）`)
/** What a drop-down may hold in one rule of a sheet; longer lists stand in a sheet of their own. */
const CHOICES = '可选项'

/** A project list to be filled in; its headers are those that the import recognises. */
export function writeProjectTemplate({ lists, units, year }: ProjectTemplate): Promise<Uint8Array> {
  const book = newBook()
  const unitCells = { cells: `${CHOICES}!$A$2:$A$${units.length + 1}` }
  const listCells = { cells: `${CHOICES}!$B$2:$B$${lists.length + 1}` }
  const columns: FormColumn[] = [
    { header: '项目名称', required: true, width: 40 },
    { header: '项目代码', width: 28, note: '全国投资项目在线审批监管平台的 24 位代码' },
    { header: '清单', width: 22, oneOf: listCells },
    { header: '责任单位', required: true, width: 26, oneOf: unitCells },
    { header: '项目单位', width: 26 },
    { header: '属地镇街', width: 18, oneOf: unitCells },
    { header: '包抓领导', width: 12 },
    { header: '建设性质', width: 10, oneOf: ['续建', '新建', '预备'] },
    { header: '总投资（万元）', width: 15, format: MONEY },
    { header: '年度计划投资（万元）', required: true, width: 15, format: MONEY },
    { header: '计划开工时间', width: 14, note: '写到日或月，如 2026-03-15、2026年3月' },
    { header: '计划竣工时间', width: 14 },
    ...months.map(header => ({ header, width: 11, format: MONEY })),
  ]
  addForm(book, {
    name: '项目清单',
    columns,
    rows: [],
    example: [
      '城北污水处理厂扩建工程',
      null,
      lists[0] ?? null,
      units[0] ?? null,
      '水务投资有限公司',
      null,
      '王某',
      '新建',
      12_000,
      3_600,
      `${year}-03-15`,
      `${year + 1}-10-31`,
      ...months.map(() => 300),
    ],
  })
  addNotes(book, [
    '# 填写说明',
    '带 * 的列必须填写。以“（示例）”开头的行不读取，可以改写或删除。不要改动表头；列的先后可以调整，可以增加自己的列。',
    `金额单位为万元。年度计划指 ${year} 年计划；各月计划可以不填，填写时各月相加应等于年度计划。`,
    '责任单位写单位表中的名称或简称；不在单位表中的，导入时会提示。',
    '不填即为没有，0 即为零。',
  ])
  const sheet = book.addWorksheet(CHOICES)
  sheet.columns = [{ width: 34 }, { width: 34 }]
  sheet.addRow(['单位', '清单'])
  for (let i = 0; i < Math.max(units.length, lists.length); i += 1)
    sheet.addRow([units[i] ?? null, lists[i] ?? null])
  return bytesOf(book)
}
