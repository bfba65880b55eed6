import type { Replayed } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { figuresOf, verdict } from '../light/reason.ts'
import { useTelling } from '../light/use-telling.ts'
import { Shade } from './Shade.tsx'

type Said = Replayed['rows'][number]['before']
const ACTIONS = [
  'remind',
  'listed-supervision',
  'supervise',
  'talk',
  'criticise',
  'replace',
  'replan',
] as const
type Action = (typeof ACTIONS)[number]
const isAction = (text: string): text is Action => (ACTIONS as readonly string[]).includes(text)

/** One plan's light: colour, the figure against the cut that decided, what it rests on, and what it asks for. */
export function SideCell({ said, side }: { said: Said; side: Replayed['before'] }) {
  const { t } = useTranslation()
  const telling = useTelling()
  if (!said) return <span className="soft">{t('replay.not-judged')}</span>
  const { light, action } = said
  return (
    <>
      <Shade side={side} colour={light.colour} /> {verdict(light, telling)}
      {action !== null && (
        <b className="replay-action"> {isAction(action) ? t(`action.${action}`) : action}</b>
      )}
      {!light.reason.none && <span className="nd replay-figures">{figuresOf(light, telling)}</span>}
    </>
  )
}
