import type { ProjectPage } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { fieldName, fieldType, valueText } from '../light/reason.ts'
import { useTelling } from '../light/use-telling.ts'
import { useAsk } from '../why/subject.ts'

/** Figures in force, period by period; each leads to the entry it came from. */
export function Returns({ data }: { data: ProjectPage }) {
  const { t } = useTranslation()
  const telling = useTelling()
  const ask = useAsk()
  const fields = [...new Set(data.returns.flatMap(one => Object.keys(one.figures)))]
  return (
    <section className="panel returns">
      <header>
        <h2>{t('project.returns')}</h2>
        <span className="soft">{t('project.returns-means')}</span>
      </header>
      {data.returns.length === 0 ? (
        <p className="soft">{t('project.returns-none')}</p>
      ) : (
        <div className="table-wrap">
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">{t('project.period')}</th>
                {fields.map(field => (
                  <th scope="col" key={field}>
                    {fieldName(field, telling)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.returns.map(one => (
                <tr key={one.period}>
                  <th scope="row">{telling.figures.period(one.period)}</th>
                  {fields.map(field => {
                    const value = one.figures[field]
                    const source = one.sources[field]
                    if (value === undefined) return <td key={field} />
                    const text = valueText(fieldType(field, telling.vocabulary), value, telling)
                    return (
                      <td key={field}>
                        {source === undefined ? (
                          text
                        ) : (
                          <button
                            type="button"
                            className="plain sourced"
                            title={t('entry.number', { seq: source })}
                            onClick={() => ask({ kind: 'entry', seq: source })}
                          >
                            {text}
                          </button>
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
