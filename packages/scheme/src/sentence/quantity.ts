import type { Measure, Quantity, UnitQuantity } from '../language/measure.ts'
import type { Scheme } from '../language/scheme.ts'
import { figureName, type Lang, monthDay, nameOf, periodName, unitKindName, valueName } from './words.ts'

export function quantityWords(quantity: Quantity, scheme: Scheme, lang: Lang): string {
  const zh = lang === 'zh'
  if (typeof quantity === 'string') {
    const field = scheme.fields.find(one => one.id === quantity)
    return field ? nameOf(field, lang) : figureName(quantity, lang)
  }
  if ('dayOfYear' in quantity) return monthDay(quantity.dayOfYear, lang)
  if ('first' in quantity) {
    const figure = quantityWords(quantity.first, scheme, lang)
    return zh ? `首次报送的${figure}` : `the first reported ${figure}`
  }
  if ('within' in quantity) {
    const figure = quantityWords(quantity.within, scheme, lang)
    const period = periodName(quantity.every, lang)
    return zh ? `当${period}的${figure}` : `${figure} within the ${period}`
  }
  if ('every' in quantity) {
    const figure = quantityWords(quantity.before, scheme, lang)
    return before(figure, quantity.every, lang)
  }
  return unitWords(quantity, scheme, lang)
}

const before = (figure: string, every: string, lang: Lang) =>
  lang === 'zh'
    ? `上${periodName(every, lang)}的${figure}`
    : `${figure} of the ${periodName(every, lang)} before`

function unitWords(quantity: UnitQuantity, scheme: Scheme, lang: Lang): string {
  const zh = lang === 'zh'
  if ('target' in quantity) {
    const target = scheme.targets.find(one => one.id === quantity.target)
    const name = target ? nameOf(target, lang) : quantity.target
    const ends = {
      floor: ['确保值', 'the floor'],
      stretch: ['力争值', 'the stretch'],
      'to-date': ['序时值', 'the course'],
    }
    const end = ends[quantity.end][zh ? 0 : 1]
    return zh ? `${name}${end}` : `${end} of ${name}`
  }
  const id = 'rank' in quantity ? quantity.rank : quantity.indicator
  const indicator = scheme.indicators.find(one => one.id === id)
  const list = scheme.lists.find(one => one.id === quantity.list)
  const value = quantity.value === undefined ? '' : valueName(quantity.value, lang)
  const own = indicator ? nameOf(indicator, lang) : id
  const on = list ? (zh ? `${nameOf(list, lang)}的` : ` of ${nameOf(list, lang)}`) : ''
  const figure = zh ? `${on}${own}${value}` : `${own}${value && ` ${value}`}${on}`
  if ('rank' in quantity) {
    const among = Array.isArray(quantity.among)
      ? quantity.among.map(kind => `${unitKindName(kind, lang)}${zh ? '' : 's'}`).join(zh ? '、' : ', ')
      : String(quantity.among.units.length)
    const order =
      quantity.from === 'largest'
        ? zh
          ? '从高到低'
          : 'from the largest'
        : zh
          ? '从低到高'
          : 'from the smallest'
    const place = zh
      ? `${figure}在${among}中${order}的名次`
      : `the place by ${figure} among ${among}, ${order}`
    return quantity.before ? before(place, quantity.before, lang) : place
  }
  const over = quantity.over ? (zh ? `全域${figure}` : `the whole jurisdiction's ${figure}`) : figure
  return quantity.before ? before(over, quantity.before, lang) : over
}

export function measureWords(measure: Measure, scheme: Scheme, lang: Lang): string {
  const say = (quantity: Quantity) => quantityWords(quantity, scheme, lang)
  const zh = lang === 'zh'
  switch (measure.kind) {
    case 'ratio':
      return zh
        ? `${say(measure.of)}占${say(measure.to)}的比例`
        : `${say(measure.of)} over ${say(measure.to)}`
    case 'gap':
      return zh
        ? `${say(measure.of)}与${say(measure.to)}相比，按占${say(measure.base)}的百分点`
        : `${say(measure.of)} less ${say(measure.to)}, in points of ${say(measure.base)}`
    case 'growth':
      return zh
        ? `${say(measure.of)}比${say(measure.from)}增长`
        : `growth of ${say(measure.of)} on ${say(measure.from)}`
    case 'slip':
      return zh
        ? `${say(measure.of)}比${say(measure.from)}推迟的天数`
        : `days that ${say(measure.of)} has slipped from ${say(measure.from)}`
    case 'value':
      return say(measure.of)
    case 'difference':
      return zh ? `${say(measure.of)}减${say(measure.from)}` : `${say(measure.of)} less ${say(measure.from)}`
    default:
      return late(measure, say(measure.done), say(measure.due), zh)
  }
}

function late(measure: Measure, done: string, due: string, zh: boolean): string {
  const [unit, unitEn] =
    measure.kind === 'months-late'
      ? measure.by === 'month'
        ? ['月末数（含当月）', 'month ends, that of the month included,']
        : ['月数', 'months']
      : measure.kind === 'working-days-late'
        ? ['工作日数', 'working days']
        : ['天数', 'days']
  return zh ? `过了${due}还没有${done}的${unit}` : `${unitEn} past ${due} without ${done}`
}
