import ExcelJS from 'exceljs'

/** One office's May table as clerks draw it, amounts in 万元. Row numbers and figures below are those of the sheet. */
export const SHEET = '5月进度'
export const FILE_NAME = '2020年5月重点项目进度表.xlsx'

export const ROWS = {
  turnsRed: 6,
  fromFormula: 7,
  driftingName: 8,
  subtotal: 9,
  bad: 11,
  begins: 12,
  total: 13,
} as const

export const NAMES = {
  turnsRed: '凤凰镇雨污分流管网',
  fromFormula: '曹坪镇游客服务中心',
  /** The demo has it as 红岩寺镇产业路硬化工程. */
  driftingName: '红岩寺镇产业路硬化项目',
  knownAs: '红岩寺镇产业路硬化工程',
  bad: '曹坪镇客货运综合站',
  begins: '下梁镇木耳技术研究中心',
} as const

type Cells = readonly (string | number | ExcelJS.CellFormulaValue)[]
const LAST_COLUMN = 'I'

const BODY: readonly Cells[] = [
  ['一、续建项目'],
  [1, NAMES.turnsRed, '住房和城乡建设局', '续建', 22247, 4600, '在建', '2019-07-27', '征地未完成'],
  [2, NAMES.fromFormula, '文化和旅游局', '续建', 14093, sum('5723+1277', 7000), '在建', '2019-09-03'],
  [3, NAMES.driftingName, '交通运输局', '续建', 3002, 1700, '在建', '2019-05-22'],
  ['', '小计', '', '', sum('SUM(E6:E8)', 39342), sum('SUM(F6:F8)', 13300)],
  ['二、新建项目'],
  [4, NAMES.bad, '交通运输局', '新建', 19607, 9000, '在建', '清明前后'],
  [5, NAMES.begins, '农业农村局', '新建', 3000, 1300, '在建', '2020-05-11'],
  ['', '合计', '', '', 61949, 23600],
]

function sum(formula: string, result: number): ExcelJS.CellFormulaValue {
  return { formula, result, date1904: false }
}

export async function workbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(SHEET)
  sheet.addRow(['柞水县2020年重点项目投资进度表'])
  sheet.addRow(['填报单位：发展和改革局', '', '', '', '', '', '', '单位：万元'])
  sheet.addRow([
    '序号',
    '项目名称',
    '责任单位',
    '建设性质',
    '投资',
    '',
    '项目阶段',
    '实际开工时间',
    '存在问题',
  ])
  sheet.addRow(['', '', '', '', '2020年计划投资', '1-5月累计完成投资'])
  sheet.addRows(BODY.map(cells => [...cells]))
  sheet.addRow(['填表人：人员甲', '', '', '', '审核人：'])
  for (const column of ['A', 'B', 'C', 'D', 'G', 'H', 'I']) sheet.mergeCells(`${column}3:${column}4`)
  sheet.mergeCells('E3:F3')
  for (const row of [1, 5, 10]) sheet.mergeCells(`A${row}:${LAST_COLUMN}${row}`)
  return Buffer.from(await book.xlsx.writeBuffer())
}
