import type { Fund, GrantRule, PaymentRule, PriorityRule } from '../language/fund.ts'
import { settingText } from './light.ts'
import { goalsWords, join, type Saying, termWords } from './parts.ts'
import { nameOf, unitKindName } from './words.ts'

export function fundSentence(fund: Fund, say: Saying): string {
  const zh = say.lang === 'zh'
  return `${nameOf(fund, say.lang)}${zh ? '：' : ': '}${ruleWords(fund, say)}${zh ? '。' : '.'}`
}

function ruleWords(fund: Fund, say: Saying): string {
  const { lang } = say
  const zh = lang === 'zh'
  switch (fund.kind) {
    case 'payment':
      return payment(fund, say)
    case 'pass-on': {
      const within = termWords(fund.within, lang)
      const of = cohortWords(fund.cohort, say)
      return zh ? `${of}资金到位后${within}内转拨` : `${of}money is passed on within ${within} of arrival`
    }
    case 'priority':
      return priority(fund, say)
    case 'grant':
      return grant(fund, say)
    case 'reserve': {
      const kind = fund.of === 'jurisdiction' ? undefined : unitKindName(fund.of.each, lang)
      if (zh) return `${kind ? `每个${kind}` : '本级'}每年安排不少于${fund.atLeast}`
      return `${kind ? `each ${kind}` : 'the jurisdiction'} sets aside at least ${fund.atLeast} a year`
    }
  }
}

function cohortWords(cohort: number | undefined, { lang }: Saying): string {
  if (cohort === undefined) return ''
  return lang === 'zh' ? `${cohort}年` : `${cohort} `
}

function payment({ base, cohort, goals }: PaymentRule, say: Saying): string {
  const { scheme, lang, given } = say
  const of = typeof base === 'string' ? base : settingText(scheme, given, base.setting)
  const shares = goalsWords(
    goals.map(({ rate, due }) => ({ share: rate, due })),
    say,
  )
  const batch = cohortWords(cohort, say)
  if (lang === 'zh')
    return [`${batch}资金已支付占已${of === 'arrived' ? '到位' : '下达'}的比例`, ...shares].join('，')
  return `paid of the ${batch}money ${of}, ${shares.join(', ')}`
}

const PREFERRED = {
  high: ['高的', 'high'],
  low: ['低的', 'low'],
  present: ['有的', 'there'],
} as const

function priority({ order }: PriorityRule, { lang }: Saying): string {
  const zh = lang === 'zh'
  const said = order.map(({ name, nameEn, prefer }) => {
    const [first, firstEn] = PREFERRED[prefer]
    return zh ? `${name}（${first}在先）` : `${nameEn} (${firstEn} first)`
  })
  return zh ? `依次按${join(said, lang)}排序` : `in the order of ${join(said, lang)}`
}

function grant(fund: GrantRule, { lang }: Saying): string {
  const zh = lang === 'zh'
  const gives = fund.gives.map(one => (zh ? `${one.name}${one.amount}` : `${one.nameEn} ${one.amount}`))
  return zh ? `每${fund.per}，给予${join(gives, lang)}` : `for each ${fund.perEn}, ${join(gives, lang)}`
}
