import { addForm, addNotes, bytesOf, newBook } from './sheet.ts'

export interface ReturnTemplate {
  /** The months' name: 2026年5月. */
  readonly period: string
  readonly projects: readonly {
    readonly name: string
    readonly code: string
    readonly unit: string
  }[]
}

const MONEY = '#,##0.00'

/** A month's return with the projects filled in; nobody types again what is known. */
export function writeReturnTemplate({ period, projects }: ReturnTemplate): Promise<Uint8Array> {
  const book = newBook()
  addForm(book, {
    name: `${period}报送`,
    columns: [
      { header: '项目名称', required: true, width: 40 },
      { header: '项目代码', width: 28 },
      { header: '责任单位', width: 26 },
      { header: '报告期', width: 13 },
      { header: '本年累计完成投资（万元）', width: 16, format: MONEY },
      { header: '本年累计支付（万元）', width: 16, format: MONEY },
      { header: '本年纳统投资（万元）', width: 16, format: MONEY },
      {
        header: '项目阶段',
        width: 11,
        oneOf: ['谋划', '储备', '前期', '开工', '竣工', '投产', '暂停', '退出'],
      },
      { header: '实际开工时间', width: 14 },
      { header: '形象进度', width: 30 },
      { header: '存在问题', width: 30 },
    ],
    rows: projects.map(({ name, code, unit }) => [name, code, unit, period]),
    example: [
      '城北污水处理厂扩建工程',
      null,
      null,
      period,
      1_250.5,
      800,
      1_100,
      '开工',
      null,
      '主体完成六成',
      null,
    ],
  })
  addNotes(book, [
    '# 填写说明',
    '填本年 1 月起至本期末的累计数，单位为万元；不填即为未报，0 即为零。',
    '以“（示例）”开头的行不读取，可以改写或删除。不要改动项目名称和表头。',
  ])
  return bytesOf(book)
}
