import type { Replayed } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { Shade } from './Shade.tsx'

/** Projects by overall colour before and after. */
export function Matrix({ replay: { matrix, before, after } }: { replay: Replayed }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const froms = [...new Set(matrix.map(one => one.from))]
  const tos = [...new Set(matrix.map(one => one.to))]
  return (
    <section className="panel">
      <h3>{t('replay.matrix')}</h3>
      <div className="table-wrap">
        <table className="grid">
          <thead>
            <tr>
              <td />
              {tos.map(to => (
                <th key={String(to)} scope="col" className="number">
                  <Shade side={after} colour={to} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {froms.map(from => (
              <tr key={String(from)}>
                <th scope="row">
                  <Shade side={before} colour={from} />
                </th>
                {tos.map(to => {
                  const count = matrix.find(one => one.from === from && one.to === to)?.projects ?? 0
                  return (
                    <td key={String(to)} className={from === to ? 'number soft' : 'number'}>
                      {count > 0 && from !== to ? <b>{figures.count(count)}</b> : figures.count(count)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
