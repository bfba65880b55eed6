import type { DocumentModel } from './model.ts'

/** What XML 1.0 cannot hold is dropped: control characters, halves of surrogate pairs, non-characters. */
export const xmlSafe = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being removed
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escapeXml = (text: string) => xmlSafe(text).replace(/[&<>"]/g, c => ENTITIES[c] ?? c)

/** Places a text takes on the grid: 1 for a Chinese character, a half for a letter or digit. */
export function placesOf(text: string): number {
  let places = 0
  for (const character of text) places += character <= '\u00ff' ? 0.5 : 1
  return places
}

/** A head with its unit in a line of its own: `年度计划（万元）` in two. */
export function headLines(title: string): string[] {
  const [, name = '', unit = ''] = /^(.+?)(（[^（）]*）)$/.exec(title) ?? []
  return unit === '' ? [title] : [name, unit]
}

/** Clause 7.3.5.4: Arabic digits, no padding. `2020-05-31` → `2020年5月31日`. */
export const chineseDate = (day: string) =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** The 文号, or the blank for it: no number is given before the document is issued (7.2.5). */
export function numberLine(model: Pick<DocumentModel, 'layout' | 'number' | 'numberYear'>): string {
  if (model.layout === 'sheet') return ''
  if (model.number !== undefined) return model.number
  return model.layout === 'brief' ? `〔${model.numberYear}〕第　　期` : `〔${model.numberYear}〕　　号`
}

/** Where the figures stand: what every page of a draft and every table says. */
export const stateLine = (state: { asOf: string; seq: number; synthetic?: boolean }) =>
  `数据截至${chineseDate(state.asOf)}　台账序号${state.seq}${state.synthetic ? '　示例数据' : ''}`
