import type { WarRoom } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { behind } from '../light/glyph.ts'
import { Light } from '../light/Light.tsx'
import { figuresOf, verdict } from '../light/reason.ts'
import { useTelling } from '../light/use-telling.ts'
import { useVocabulary } from '../session/me.ts'
import { useAsk } from '../why/subject.ts'

type Todo = WarRoom['todo'][number]

/** Red first, with the reason and the ask beside it. What does not fit whole is counted, not cut. */
export function TodoPanel({ room }: { room: WarRoom }) {
  const { t } = useTranslation()
  const { colours } = useVocabulary()
  return (
    <section className="panel todo">
      <header>
        <h2>{t('todo.title')}</h2>
        <Link to="/projects" search={{ colour: behind(colours).join(',') }}>
          {t('todo.all', { count: room.todoTotal })}
        </Link>
      </header>
      {room.todo.length === 0 ? (
        <p className="soft">{t('todo.none')}</p>
      ) : (
        <ul className="rows whole-rows">
          {room.todo.map(todo => (
            <TodoRow key={`${todo.project} ${todo.list} ${todo.light.rule}`} todo={todo} />
          ))}
        </ul>
      )}
    </section>
  )
}

function TodoRow({ todo }: { todo: Todo }) {
  const { t } = useTranslation()
  const telling = useTelling()
  const ask = useAsk()
  const { light } = todo
  const rule = telling.vocabulary.lights.find(one => one.id === light.rule)
  return (
    <li>
      <div className="todo-head">
        <button
          type="button"
          className="plain"
          aria-label={t('why.ask', { name: todo.name })}
          onClick={() => ask({ kind: 'light', project: todo.project, list: todo.list, rule: light.rule })}
        >
          <Light colour={light.colour} />
        </button>
        <Link to="/projects/$id" params={{ id: todo.project }}>
          {todo.name}
        </Link>
        <span className="soft">
          {todo.unitName}
          {todo.leader && ` · ${todo.leader}`}
        </span>
      </div>
      <p>
        {rule && `${telling.pick(rule)} `}
        <b>{verdict(light, telling)}</b>
        {t('text.comma')}
        {figuresOf(light, telling)}
        {light.clause && ` · ${t('text.clause', { clause: light.clause })}`}
      </p>
      <p className="todo-ask">
        {todo.action
          ? t('todo.action', { unit: todo.unitName, action: actionName(todo.action, telling.t) })
          : t('todo.explain', { unit: todo.unitName })}
        {todo.problem && ` · ${t('todo.problem', { problem: todo.problem })}`}
      </p>
    </li>
  )
}

const ACTIONS = [
  'remind',
  'listed-supervision',
  'supervise',
  'talk',
  'criticise',
  'replace',
  'replan',
] as const
const isAction = (id: string): id is (typeof ACTIONS)[number] => (ACTIONS as readonly string[]).includes(id)
const actionName = (id: string, t: ReturnType<typeof useTelling>['t']) =>
  isAction(id) ? t(`action.${id}`) : id
