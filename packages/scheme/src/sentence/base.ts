import type { Scheme } from '../language/scheme.ts'
import type { Base } from '../language/target.ts'
import { type Given, settingText } from './light.ts'
import { type Lang, nameOf, valueName } from './words.ts'

/** How a value reads against its base: `25%` → 比目标总量高25%. */
export function baseWords(
  { as, of }: Base,
  scheme: Scheme,
  lang: Lang,
  given: Given,
): (text: string) => string {
  const how = typeof as === 'string' ? as : settingText(scheme, given, as.setting)
  const base = ofWords(of, scheme, lang, given)
  const zh = lang === 'zh'
  return text => {
    const none = Number.parseFloat(text) === 0
    switch (how) {
      case 'ratio':
        return zh ? `${base}的${text}` : `${text} of ${base}`
      case 'points': {
        const points = text.replace('%', zh ? '个百分点' : ' points')
        return none ? base : zh ? `${base}加${points}` : `${points} above ${base}`
      }
      case 'yearly-growth':
        return zh ? `以${base}为基数年均增长${text}` : `growth of ${text} a year on ${base}`
      default:
        return none ? base : zh ? `${base}加${text}` : `${text} above ${base}`
    }
  }
}

function ofWords(of: Base['of'], scheme: Scheme, lang: Lang, given: Given): string {
  const zh = lang === 'zh'
  if ('target' in of) {
    const target = scheme.targets.find(one => one.id === of.target)
    const end = typeof of.end === 'string' ? of.end : settingText(scheme, given, of.end.setting)
    const name = target ? nameOf(target, lang) : of.target
    const value = of.value === 'value' ? '' : valueName(of.value, lang)
    if (zh) return `${name}${value}的${end === 'floor' ? '确保' : '力争'}值`
    return `the ${end} of ${name}${value && ` (${value})`}`
  }
  const indicator = scheme.indicators.find(one => one.id === of.reported)
  const name = indicator ? nameOf(indicator, lang) : of.reported
  if (of.year === 'same') return name
  if (of.year === 'last') return zh ? `上年${name}` : `last year's ${name}`
  return zh ? `${of.year}年${name}` : `${name} of ${of.year}`
}
