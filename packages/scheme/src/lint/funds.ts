import type { Fund, PaymentRule, PriorityRule } from '../language/fund.ts'
import type { Scheme } from '../language/scheme.ts'
import { figureType } from '../language/vocabulary.ts'
import { goals } from './goals.ts'
import { named } from './named.ts'
import { isNone } from './periods.ts'
import type { Report } from './report.ts'
import { settingOf } from './settings.ts'

type Path = readonly PropertyKey[]
const BASES = new Set(['allocated', 'arrived'])

export function funds(scheme: Scheme, report: Report): void {
  scheme.funds.forEach((fund, index) => {
    one(scheme, fund, ['funds', index], report)
  })
}

function one(scheme: Scheme, fund: Fund, path: Path, report: Report): void {
  switch (fund.kind) {
    case 'payment':
      payment(scheme, fund, path, report)
      return
    case 'pass-on':
      if (isNone(fund.within)) report([...path, 'within'], 'term.none', `${fund.id} leaves no time`)
      return
    case 'priority':
      priority(scheme, fund, path, report)
      return
    case 'grant':
      named(fund.gives, [...path, 'gives'], report)
      return
    case 'reserve':
      if (fund.of !== 'jurisdiction' && !scheme.units.some(unit => unit.kind === kindOf(fund.of)))
        report([...path, 'of'], 'ref.unit', `the plan names no ${kindOf(fund.of)}`)
  }
}

const kindOf = (of: 'jurisdiction' | { readonly each: string }) => (typeof of === 'string' ? of : of.each)

function payment(scheme: Scheme, fund: PaymentRule, path: Path, report: Report): void {
  if (typeof fund.base === 'object') {
    const at = [...path, 'base']
    const setting = settingOf(scheme, fund.base.setting, 'choice', at, report)
    if (setting?.type === 'choice' && setting.choices.some(choice => !BASES.has(choice)))
      report(at, 'fund.base', `${fund.base.setting} may hold something else than ${[...BASES].join(', ')}`)
  }
  const shares = fund.goals.map(({ rate, due }) => ({ share: rate, due }))
  goals(scheme, fund, shares, path, report)
}

/** What is compared has an order; what must only be there may be any attribute. */
function priority(scheme: Scheme, { order }: PriorityRule, path: Path, report: Report): void {
  named(order, [...path, 'order'], report)
  order.forEach(({ by, prefer }, index) => {
    const at = [...path, 'order', index, 'by']
    if (typeof by === 'object') {
      if (!scheme.lights.some(light => light.id === by.light))
        report(at, 'ref.light', `there is no light ${by.light}`)
      return
    }
    if (prefer === 'present') return
    const type = figureType(by, scheme.fields)
    if (type === undefined) report(at, 'ref.figure', `there is no figure ${by}`)
    else if (type === 'text' || type === 'stage') report(at, 'figure.type', `${by} is a ${type}`)
  })
}
