import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { amountText, type MoneyUnit } from '../figure/text.ts'
import { type Language, useLanguage } from '../language/index.ts'
import { stageText } from '../light/reason.ts'
import type { Figure } from '../return/draft.ts'
import type { Finding } from './findings.ts'
import type { GridColumn, Typed } from './model/cell.ts'
import { figureText } from './show.ts'

/** Words of the cells in the reader's language. */
export function useGridWords(money: MoneyUnit) {
  const { t } = useTranslation()
  const language = useLanguage()
  return useMemo(() => gridWords(t, language, money), [t, language, money])
}
export type GridWords = ReturnType<typeof gridWords>

function gridWords(t: TFunction, language: Language, money: MoneyUnit) {
  const stage = (id: string) => stageText(id, t)
  return {
    t,
    stage,
    nameOf: (column: GridColumn) => (language === 'en' ? column.nameEn : column.name),
    unitOf: (column: GridColumn) => {
      if (column.type === 'money') return language === 'en' ? money.unitEn : money.unit
      return column.type === 'rate' ? '%' : ''
    },
    figure: (column: GridColumn, value: Figure | null | undefined) =>
      figureText(column.type, value, money, stage),
    /** A plan may be a share of a year: to the decimals of tables, where figures have those they were typed with. */
    plan: (column: GridColumn, value: Figure) =>
      column.type === 'money' && typeof value === 'number'
        ? amountText(value, money)
        : figureText(column.type, value, money, stage),
    message: (finding: Finding) => finding.message[language],
    /** What is wrong with the text, or what was made of it. */
    mark: (typed: Typed | undefined) => markText(typed, t),
  }
}
function markText(typed: Typed | undefined, t: TFunction): string | undefined {
  if (typed?.doubt) return t(`grid.doubt.${typed.doubt}`)
  return typed?.note && t(`grid.note.${typed.note}`)
}
