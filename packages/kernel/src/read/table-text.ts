import { type AmountUnit, compact, unitOf } from './header-text.ts'

const AFTER_LABEL = /单位:(.*)$/
const IN_BRACKETS = /\((?:单位:?)?(亿元|百万元|万元|千元|元)\)/

/** The unit that a title or note gives for all amounts of its table: 单位:万元. */
export function unitInTitle(source: string): AmountUnit | undefined {
  const text = compact(source)
  const words = AFTER_LABEL.exec(text)?.[1]?.split(/[、,/;()]/) ?? []
  return words.map(unitOf).find(word => word && word !== '%') ?? unitOf(IN_BRACKETS.exec(text)?.[1] ?? '')
}

/** 合计, 全县总计, total: the label of a row that sums all others. Takes compacted text. */
export const TOTAL_ALL =
  /^(?:合计|总计|共计|总合计|累计|全[县市区省州][^小]{0,4}(?:合计|总计)|(?:grand)?total)(?:\(.*\)|[::]|共?\d+个?.*)?$/
/** 小计, 工业合计: of a row that sums some. */
export const TOTAL_GROUP = /(?:小计|合计|总计|共计)(?:\(.*\)|[::]|共?\d+个?项?目?)?$|^(?:小计|subtotal)/

export const isTotal = (label: string): boolean => {
  const text = compact(label)
  return TOTAL_ALL.test(text) || TOTAL_GROUP.test(text)
}

/** 序号: a column that only counts the rows. */
export const isSerialHead = (header: string): boolean => /^(?:序号|编号|no\.?|#)$/.test(compact(header))

/** Headers of the columns that say which project a row is about. */
export const PROJECT_HEADS = {
  code: '项目代码|项目编码|统一代码|国家代码|在线平台代码|投资项目代码|赋码|pid|code|project code'.split('|'),
  name: '项目名称|名称|工程名称|建设项目|建设项目名称|项目|name|project|project name'.split('|'),
} as const
