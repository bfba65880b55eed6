import type { Response, routes } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { useAsk } from './subject.ts'

type Answer = Response<typeof routes.whyIndicator>
/** Below this a figure is a count: one project's plan alone is more than 1 万元 (10^6 分). */
const MONEY_FROM = 1_000_000

/** Project by project, so that the sum can be followed by hand. */
export function Shares({ answer }: { answer: Answer }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const ask = useAsk()
  const money = answer.unit === 'minor' || (answer.denominator ?? 0) >= MONEY_FROM
  const text = (n: number | null) => (money ? figures.row(n) : figures.count(n))
  const ratio = answer.denominator !== null
  return (
    <>
      <h3>{t('why.shares', { count: answer.shares.length })}</h3>
      <div className="table-wrap">
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('project.name')}</th>
              <th scope="col" className="number">
                {t(ratio ? 'why.numerator' : 'why.value')}
                {money && t('text.in-unit', { unit: figures.rowUnit })}
              </th>
              {ratio && (
                <th scope="col" className="number">
                  {t('why.denominator')}
                </th>
              )}
              <th scope="col">{t('entry.title')}</th>
            </tr>
          </thead>
          <tbody>
            {answer.shares.map(share => (
              <tr key={share.project}>
                <td>
                  <Link to="/projects/$id" params={{ id: share.project }}>
                    {share.name}
                  </Link>
                </td>
                <td className="number">{text(share.numerator)}</td>
                {ratio && <td className="number">{text(share.denominator)}</td>}
                <td>
                  {share.entry !== null && (
                    <button
                      type="button"
                      className="plain as-link"
                      onClick={() => share.entry !== null && ask({ kind: 'entry', seq: share.entry })}
                    >
                      {t('entry.number', { seq: share.entry })}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('why.sum')}</th>
              <td className="number">{text(answer.numerator)}</td>
              {ratio && <td className="number">{text(answer.denominator)}</td>}
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  )
}
