import type { ProjectRow } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { usePick } from '../language/index.ts'
import { NONE, worstFirst } from '../light/glyph.ts'
import { Light } from '../light/Light.tsx'
import { useVocabulary } from '../session/me.ts'
import { useAsk } from '../why/subject.ts'

/** Every light of a project, worst first; each opens its reason. Lights without a judgement stand behind. */
export function Lights({ row }: { row: ProjectRow }) {
  const { t } = useTranslation()
  const pick = usePick()
  const ask = useAsk()
  const { colours, lights, lists } = useVocabulary()
  const order = worstFirst(colours)
  const sorted = [...row.lights].sort((a, b) => order.indexOf(a.colour) - order.indexOf(b.colour))
  const judged = sorted.filter(light => light.colour !== NONE)
  const shown = judged.length > 0 ? judged : sorted.slice(0, 1)
  return (
    <span className="row-lights">
      {shown.map((light, index) => {
        const rule = lights.find(one => one.id === light.rule)
        const list = lists.find(one => one.id === light.list)
        const name = [rule && pick(rule), row.lists.length > 1 && list && pick(list)]
          .filter(Boolean)
          .join(' · ')
        return (
          <button
            key={`${light.list} ${light.rule}`}
            type="button"
            className="plain"
            title={name}
            aria-label={t('why.ask', { name: `${row.name} ${name}` })}
            onClick={() => ask({ kind: 'light', project: row.id, list: light.list, rule: light.rule })}
          >
            <Light colour={light.colour} bare={index > 0} />
          </button>
        )
      })}
    </span>
  )
}
