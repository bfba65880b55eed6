import { periodEn, periodZh, type Rate, rateText } from '@guatu/kernel'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../language/index.ts'
import { useVocabulary } from '../session/me.ts'
import { amountText, grouped, type MoneyUnit, NO_FIGURE, rateOrNone } from './text.ts'
import { useDays } from './use-days.ts'

/** Figures in the plan's own money and the reader's language. */
export function useFigures() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { currency } = useVocabulary()
  const unitName = (unit: MoneyUnit) => (language === 'en' ? unit.unitEn : unit.unit)
  const unitFor = (most: number) => {
    const unit = most >= currency.total.scale ? currency.total : currency.row
    return { name: unitName(unit), text: (minor: number) => amountText(minor, unit) }
  }
  const { day, moment } = useDays()
  return {
    rowUnit: unitName(currency.row),
    totalUnit: unitName(currency.total),
    row: (minor: number | null | undefined) => amountText(minor, currency.row),
    total: (minor: number | null | undefined) => amountText(minor, currency.total),
    /** The larger unit from one of it on; amounts beside each other take the unit of the greatest. */
    unitFor,
    money: (minor: number) => {
      const unit = unitFor(Math.abs(minor))
      return `${unit.text(minor)} ${unit.name}`
    },
    totalScale: currency.total,
    rowScale: currency.row,
    percent: (rate: Rate | null | undefined) => rateOrNone(rate),
    count: (n: number | null | undefined) => (n === null || n === undefined ? NO_FIGURE : grouped(String(n))),
    /** A target's value with its unit apart, so that the unit can stand smaller. */
    quantity: (rate: Rate | null, unit: 'percent' | 'minor' | 'count'): { digits: string; unit: string } => {
      if (!rate) return { digits: NO_FIGURE, unit: '' }
      if (unit === 'percent') return { digits: rateText(rate, 1, 100) ?? NO_FIGURE, unit: '%' }
      if (unit === 'minor')
        return { digits: amountText(rate.n, currency.total), unit: unitName(currency.total) }
      return { digits: grouped(String(rate.n)), unit: t('unit.count') }
    },
    day,
    shortDay: (text: string) => {
      const [, month, date] = text.split('-').map(Number)
      return language === 'en' ? text.slice(5) : t('day.short', { month, date })
    },
    period: (text: string | null | undefined) => {
      if (!text) return NO_FIGURE
      return language === 'en' ? periodEn(text) : periodZh(text)
    },
    moment,
  }
}
export type Figures = ReturnType<typeof useFigures>
