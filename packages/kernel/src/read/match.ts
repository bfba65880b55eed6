import { compact, type HeaderText, readHeader, sameWords } from './header-text.ts'

/** What a header may name; `names` are the words it goes by, Chinese and English. */
export interface NamedField {
  readonly type: string
  readonly names: readonly string[]
}

/** A match below is to be looked at by a person. */
export const DOUBTFUL = 0.85

export interface Match<F extends NamedField = NamedField> {
  readonly field: F
  readonly confidence: number
}

const TOTAL_WORDS = /^(?:小计|合计|总计|总额|金额|数额|计|total|subtotal)$/
/** A share or a growth beside an amount is not the amount. */
const NOT_AN_AMOUNT = /同比|增速|增长|占|比例|比重|率|排名|位次|同期|去年|上年(?!末)|差额|剩余|缺口|个数|数量/

/** A match that holds only without a remark, 状态:未开工/开工 or 总投资(含土地), is to be looked at. */
const CUT = 0.8
const withoutRemark = (text: string) => compact(text).replace(/(?<=..)[:(].*$/, '')

interface Form {
  readonly text: string
  readonly weight: number
}

/** All fields that a header path may mean, best first. */
export function matchFields<F extends NamedField>(path: readonly string[], fields: readonly F[]): Match<F>[] {
  const read = path.map(readHeader).filter(part => part.core !== '')
  const all = read.map(part => part.core).join('')
  const cut = path.map(withoutRemark).map(readHeader)
  const forms = [
    ...headerForms(read),
    ...headerForms(cut).map(form => ({ ...form, weight: form.weight * CUT })),
  ]
  return fields
    .filter(field => (field.type !== 'money' && field.type !== 'integer') || !NOT_AN_AMOUNT.test(all))
    .map(field => ({ field, confidence: confidence(forms, field) }))
    .filter(match => match.confidence > 0)
    .sort((a, b) => b.confidence - a.confidence)
}

function headerForms(read: readonly HeaderText[]): Form[] {
  const parts = read.map(part => part.core)
  while (parts.length > 1 && TOTAL_WORDS.test(parts.at(-1) ?? '')) parts.pop()
  const leaf = parts.at(-1) ?? ''
  const above = parts.slice(0, -1).join('')
  if (above === '') return [{ text: leaf, weight: 1 }]
  const forms = [
    { text: sameWords(above + leaf), weight: 1 },
    { text: sameWords(leaf + above), weight: 0.95 },
  ]
  const kind = ['完成', '计划', '实际'].find(word => above.includes(word))
  if (kind)
    forms.push({ text: sameWords(leaf + kind), weight: 0.95 }, { text: sameWords(kind + leaf), weight: 0.95 })
  else forms.push({ text: leaf, weight: 0.9 })
  return forms
}

function confidence(forms: readonly Form[], field: NamedField): number {
  let best = 0
  for (const wanted of namesOf(field)) {
    for (const form of forms) best = Math.max(best, form.weight * likeness(form.text, wanted))
  }
  return best
}

interface ReadName {
  readonly core: string
  readonly bare: string
}

const readNames = new WeakMap<NamedField, readonly ReadName[]>()
function namesOf(field: NamedField): readonly ReadName[] {
  const known = readNames.get(field)
  if (known) return known
  const names = field.names.map(name => readHeader(name).core).map(core => ({ core, bare: bare(core) }))
  readNames.set(field, names)
  return names
}

const knownWords = new WeakMap<readonly NamedField[], ReadonlySet<string>>()
/** The text is the name of some field, spelt out. */
export function isFieldName(text: string, fields: readonly NamedField[]): boolean {
  let words = knownWords.get(fields)
  if (!words) {
    words = new Set(fields.flatMap(field => namesOf(field).map(name => name.bare)))
    knownWords.set(fields, words)
  }
  return words.has(bare(readHeader(text).core))
}

const bare = (text: string) => text.replace(/^项目(?=..)/, '').replace(/(?:情况|说明)$/, '')

function likeness(text: string, { core: name, bare: bareName }: ReadName): number {
  if (text === name) return 1
  if (bare(text) === bareName) return 0.9
  const [short, long] = text.length < name.length ? [text, name] : [name, text]
  const share = short.length / Math.max(1, long.length)
  if (short.length < 3 || share < 0.66 || !long.includes(short)) return 0
  return 0.4 + 0.4 * share
}
