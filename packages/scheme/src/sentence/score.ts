import type { Scheme } from '../language/scheme.ts'
import type { PublicBoard, Score, ScorePart } from '../language/score.ts'
import { type Given, settingText } from './light.ts'
import { type Lang, limitWords, nameOf } from './words.ts'

const PER = {
  month: ['每月', 'each month'],
  quarter: ['每季度', 'each quarter'],
  half: ['每半年', 'each half-year'],
  year: ['每年', 'each year'],
} as const

const textIn = (scheme: Scheme, given: Given) => (part: string | { readonly setting: string }) =>
  typeof part === 'string' ? part : settingText(scheme, given, part.setting)

/** How points come about, part by part. */
export function scoreSentence(score: Score, scheme: Scheme, lang: Lang, given: Given): string {
  const say = textIn(scheme, given)
  const zh = lang === 'zh'
  const base = score.base ? [zh ? `基础分${score.base}分` : `base ${score.base}`] : []
  const parts = score.parts.map(
    part => `${nameOf(part, lang)}${zh ? '' : ' '}${partWords(part, lang)}${boundWords(part, lang)}`,
  )
  const groups = score.groups.map(
    group =>
      `${nameOf(group, lang)}${group.weight ? (zh ? `权重${say(group.weight)}` : ` weighs ${say(group.weight)}`) : ''}${boundWords(group, lang)}`,
  )
  const all = [...base, ...parts, ...groups]
  const per = PER[score.per][zh ? 0 : 1]
  const total = boundWords(score, lang)
  return zh
    ? `${per}计分：${all.join('；')}${total && `；合计${total}`}。`
    : `Scored ${per}: ${all.join('; ')}${total && `; in all${total}`}.`
}

function boundWords(
  { least, most }: { readonly least?: number; readonly most?: number },
  lang: Lang,
): string {
  const zh = lang === 'zh'
  const low = least === undefined ? '' : zh ? `，最低${least}分` : `, at least ${least}`
  return `${low}${most === undefined ? '' : zh ? `，最高${most}分` : `, at most ${most}`}`
}

function partWords(part: ScorePart, lang: Lang): string {
  const zh = lang === 'zh'
  const points = (n: number) => (zh ? `${n > 0 ? '加' : '扣'}${Math.abs(n)}分` : `${n > 0 ? '+' : ''}${n}`)
  switch (part.kind) {
    case 'proportional':
      return zh
        ? `按比例计${part.points}分，满值${part.full}`
        : `${part.points} in proportion to ${part.full}`
    case 'each':
      if (typeof part.points === 'number')
        return zh ? `每个${points(part.points)}` : `${points(part.points)} each`
      return zh
        ? `逐个递减，依次${part.points.taper.map(points).join('、')}`
        : `one after the other ${part.points.taper.map(points).join(', ')}`
    case 'per': {
      const side = part.side === 'over' ? (zh ? '高于' : 'over') : zh ? '低于' : 'under'
      const base = part.base === undefined ? '' : zh ? `满分${part.base}分，` : `${part.base} in full, `
      const whole = part.whole ? (zh ? '，不足不计' : ', whole ones only') : ''
      return zh
        ? `${base}${side}${part.from}的，每${limitWords(part.per, lang)}${points(part.points)}${whole}`
        : `${base}${points(part.points)} for each ${limitWords(part.per, lang)} ${side} ${part.from}${whole}`
    }
    case 'bands':
      return part.bands
        .map(({ below, upTo, points: given }) => {
          const cut = below
            ? zh
              ? `${below}以下`
              : `under ${below}`
            : upTo
              ? zh
                ? `${upTo}及以下`
                : `up to ${upTo}`
              : zh
                ? '以上'
                : 'above'
          return zh ? `${cut}${given}分` : `${cut}: ${given}`
        })
        .join(zh ? '、' : ', ')
    case 'choice':
      return part.choices
        .map(one => (zh ? `${one.name}${one.points}分` : `${one.nameEn} ${one.points}`))
        .join(zh ? '、' : ', ')
    case 'rank': {
      const first =
        part.first.length > 0
          ? zh
            ? `前${part.first.length}名依次${part.first.map(points).join('、')}`
            : `the first ${part.first.length}: ${part.first.map(points).join(', ')}`
          : ''
      const last =
        part.last.length > 0
          ? zh
            ? `后${part.last.length}名由末位起${part.last.map(points).join('、')}`
            : `the last ${part.last.length} from the end: ${part.last.map(points).join(', ')}`
          : ''
      return [first, last].filter(Boolean).join(zh ? '，' : '; ')
    }
    case 'assessed':
      return zh ? `由考核组评定，${part.from}至${part.to}分` : `judged from ${part.from} to ${part.to}`
  }
}

/** Who is shown where. */
export function boardSentence(board: PublicBoard, scheme: Scheme, lang: Lang, given: Given): string {
  const say = textIn(scheme, given)
  const zh = lang === 'zh'
  const places = board.places.map(place => {
    const ends = place.top
      ? zh
        ? `前${place.top}名`
        : `the best ${place.top}`
      : place.bottom
        ? zh
          ? `后${place.bottom}名`
          : `the worst ${place.bottom}`
        : ''
    const least = place.atLeast ? (zh ? `不低于${say(place.atLeast)}` : `at least ${say(place.atLeast)}`) : ''
    const above = place.above ? (zh ? `高于${say(place.above)}` : `over ${say(place.above)}`) : ''
    const below = place.below ? (zh ? `低于${say(place.below)}` : `under ${say(place.below)}`) : ''
    const who = [ends, least, above, below].filter(Boolean).join(zh ? '且' : ', ')
    const then = zh ? place.leadsTo : place.leadsToEn
    return `${nameOf(place, lang)}${zh ? '：' : ': '}${who || (zh ? '其余' : 'all others')}${then ? (zh ? `，${then}` : `, ${then}`) : ''}`
  })
  const per = PER[board.per][zh ? 0 : 1]
  return zh ? `${per}公布：${places.join('；')}。` : `Shown ${per}: ${places.join('; ')}.`
}
