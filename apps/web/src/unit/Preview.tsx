import type { ReorganisePreview } from '@guatu/contract'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { useLanguage } from '../language/index.ts'

type Pair = readonly [label: string, before: string, after: string]

/** What changes, before and after: counts, plans that must stay equal, who sees more or fewer, and what is entered. */
export function Preview({ preview }: { preview: ReorganisePreview }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const figures = useFigures()
  const { projects, units, sums, lists, changed, readers, returns, notes } = preview
  const moved = sums.before.annualPlan !== 0 || sums.after.annualPlan !== 0 || returns.length > 0
  const money = (label: string, of: keyof typeof sums.before): Pair => [
    `${label}（${figures.rowUnit}）`,
    figures.row(sums.before[of]),
    figures.row(sums.after[of]),
  ]
  const whole: Pair[] = [
    [t('reorganise.units'), String(units.before), String(units.after)],
    [t('reorganise.projects'), String(projects.before), String(projects.after)],
    ...(moved
      ? [
          money(t('field.annual-plan'), 'annualPlan'),
          money(t('field.plan-to-date'), 'planToDate'),
          money(t('field.invest-ytd'), 'invested'),
          money(t('field.total-invest'), 'totalInvest'),
        ]
      : []),
  ]
  return (
    <div className="preview">
      {notes.map(note => (
        <Alert key={note.zh} type="warning" showIcon title={note[language]} />
      ))}
      <Pairs title={t('reorganise.whole')} pairs={whole} />
      {lists.length > 0 && (
        <Pairs
          title={t('reorganise.lists', { unit: figures.rowUnit })}
          pairs={lists.map(one => [
            one.name,
            t('reorganise.list-sum', {
              count: one.before.projects,
              plan: figures.row(one.before.annualPlan),
            }),
            t('reorganise.list-sum', { count: one.after.projects, plan: figures.row(one.after.annualPlan) }),
          ])}
        />
      )}
      {changed.length > 0 && (
        <Pairs
          title={t('reorganise.changed')}
          pairs={changed.map(one => [
            one.name,
            t('reorganise.unit-sum', one.before),
            t('reorganise.unit-sum', one.after),
          ])}
        />
      )}
      {readers.length > 0 && (
        <Pairs
          title={t('reorganise.readers')}
          pairs={readers.map(one => [
            `${one.name} · ${one.unitName}`,
            t('reorganise.sees', { count: one.before }),
            t('reorganise.sees', { count: one.after }),
          ])}
        />
      )}
      {returns.length > 0 && (
        <section>
          <h3>{t('reorganise.returns')}</h3>
          <ul className="rows">
            {returns.map(one => (
              <li key={one.project}>
                {one.name} · {figures.period(one.period)}：
                {Object.entries(one.figures)
                  .filter(([, value]) => typeof value === 'number')
                  .map(
                    ([field, value]) =>
                      `${t(`field.${field}` as 'field.invest-ytd')} ${figures.money(Number(value))}`,
                  )
                  .join(t('text.comma'))}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="soft">{t('reorganise.past-stays')}</p>
    </div>
  )
}

function Pairs({ title, pairs }: { title: string; pairs: readonly Pair[] }) {
  const { t } = useTranslation()
  return (
    <table className="grid">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('reorganise.item')}</th>
          <th scope="col" className="number">
            {t('reorganise.before')}
          </th>
          <th scope="col" className="number">
            {t('reorganise.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(([label, before, after]) => (
          <tr key={label} className={before === after ? undefined : 'moved'}>
            <th scope="row">{label}</th>
            <td className="number">{before}</td>
            <td className="number">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
