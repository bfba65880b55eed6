import { useTranslation } from 'react-i18next'
import { Light } from '../light/Light.tsx'
import { figuresOf, type LightValue, verdict } from '../light/reason.ts'
import { useTelling } from '../light/use-telling.ts'
import { useAsk } from '../why/subject.ts'

/** Each light with its reason as a sentence, the worst first. */
export function LightRows({ lights }: { lights: readonly LightValue[] }) {
  const { t } = useTranslation()
  const telling = useTelling()
  const ask = useAsk()
  const sorted = [...lights].sort(
    (a, b) => b.severity - a.severity || Number(!!a.reason.none) - Number(!!b.reason.none),
  )
  const several = new Set(lights.map(light => light.list)).size > 1
  return (
    <section className="panel light-rows">
      <header>
        <h2>{t('project.lights')}</h2>
      </header>
      <ul className="rows">
        {sorted.map(light => {
          const rule = telling.vocabulary.lights.find(one => one.id === light.rule)
          const list = telling.vocabulary.lists.find(one => one.id === light.list)
          return (
            <li key={`${light.list} ${light.rule}`}>
              <Light colour={light.colour} />
              <span>
                <b>{rule ? telling.pick(rule) : light.rule}</b> {verdict(light, telling)}
                {!light.reason.none && `${t('text.comma')}${figuresOf(light, telling)}`}
                {several && list && <span className="soft"> · {telling.pick(list)}</span>}
              </span>
              <button
                type="button"
                className="plain as-link"
                onClick={() =>
                  ask({ kind: 'light', project: light.project, list: light.list, rule: light.rule })
                }
              >
                {t('why.title')}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
