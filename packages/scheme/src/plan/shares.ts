import type { Rate } from '@guatu/kernel'
import type { Scheme } from '../language/scheme.ts'
import { choicesOf } from '../lint/settings.ts'
import { type Ask, asksOf } from './asks.ts'
import { fraction, quotient } from './fraction.ts'
import { parties } from './party.ts'
import type { PlanReport } from './report.ts'

/** A share that is to rise, against what the growth of the part and of the whole makes of it. */
export function shares(scheme: Scheme, report: PlanReport): void {
  const asks = asksOf(scheme)
  for (const ask of asks) {
    const [indicator] = ask.indicators
    const of = indicator?.origin === 'reported' ? indicator.shareOf : undefined
    const { base } = ask.target
    if (!of || !base || ask.type !== 'rate') continue
    const [part, whole] = [growthOf(asks, of.part), growthOf(asks, of.whole)]
    if (!part || !whole || factor(whole.value).n <= 0n) continue
    const moved = factor(part.value).times(inverse(factor(whole.value)))
    const rises = moved.compare(fraction(1n, 1n)) > 0
    const enough = moved.compare(factor(ask.value)) >= 0
    const asked = ask.value.n > 0 || ask.target.exceeds === true
    const relative = choicesOf(scheme, base.as).includes('growth')
    if (rises ? !relative || enough : !asked) continue
    const needed = factor(whole.value).times(factor(ask.value))
    const times = quotient(moved.n, moved.d, 3)
    const percent = `${quotient((needed.n - needed.d) * 100n, needed.d, 1)}%`
    report(
      'share.must-fall',
      parties(scheme, 'targets', [ask.target.id, part.target.id, whole.target.id]),
      `部分增长${part.text}、总体增长${whole.text}，占比变为原来的${times}倍，而占比要提升${ask.text}；部分须增长${percent}`,
      `the part grows by ${part.text}, the whole by ${whole.text}: the share becomes ${times} of what it was and is to rise by ${ask.text}; the part would have to grow by ${percent}`,
    )
  }
}

const growthOf = (asks: readonly Ask[], indicator: string) =>
  asks.find(ask => ask.indicators[0]?.id === indicator && ask.name === 'growth' && !ask.target.base)
const factor = ({ n, d }: Rate) => fraction(BigInt(d + n), BigInt(d))
const inverse = ({ n, d }: { n: bigint; d: bigint }) => fraction(d, n)
