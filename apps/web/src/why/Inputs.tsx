import { useTranslation } from 'react-i18next'
import { fieldName, inputText, type LightValue } from '../light/reason.ts'
import { useTelling } from '../light/use-telling.ts'
import { useAsk } from './subject.ts'

/** Every figure that the judgement used: from these alone the colour follows. */
export function Inputs({ light }: { light: LightValue }) {
  const { t } = useTranslation()
  const telling = useTelling()
  const ask = useAsk()
  return (
    <table className="grid">
      <thead>
        <tr>
          <th scope="col">{t('why.input')}</th>
          <th scope="col" className="number">
            {t('why.value')}
          </th>
          <th scope="col">{t('why.from')}</th>
        </tr>
      </thead>
      <tbody>
        {light.because.map(input => (
          <tr key={input.name}>
            <td>{fieldName(input.name, telling)}</td>
            <td className="number">{inputText(input, telling)}</td>
            <td>
              {t(`from.${input.from}`)}
              {input.curve && ` · ${t(`curve.kind.${input.curve}`)}`}
              {input.period && ` · ${telling.figures.period(input.period)}`}
              {input.entry !== undefined && <EntryLink seq={input.entry} ask={ask} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function EntryLink({ seq, ask }: { seq: number; ask: ReturnType<typeof useAsk> }) {
  const { t } = useTranslation()
  return (
    <>
      {' · '}
      <button type="button" className="plain as-link" onClick={() => ask({ kind: 'entry', seq })}>
        {t('entry.number', { seq })}
      </button>
    </>
  )
}
