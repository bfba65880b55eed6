import { type Body, type Response, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { usePick } from '../language/index.ts'
import { enter } from '../session/me.ts'
import { Field } from './Field.tsx'

type Progress = Response<typeof routes.setupProgress>
type Plan = Progress['plans'][number]
type Chosen = Response<typeof routes.setupPlan>

/** By which plan: a blank one, a copy of another's, or the one that was issued here. */
export function PlanStep({ progress, onClosed }: { progress: Progress; onClosed: () => void }) {
  const { t } = useTranslation()
  const own = progress.plans.find(plan => plan.own)
  const [choice, setChoice] = useState(own ? `as-is ${own.id}` : 'blank')
  const [year, setYear] = useState(progress.year)
  const [list, setList] = useState(t('setup.plan.list-default'))
  const [kind = '', plan] = choice.split(' ')
  const choose = useMutation({
    mutationFn: () => {
      const body = { kind, plan, year, ...(kind === 'blank' ? { list } : {}) } as Body<
        typeof routes.setupPlan
      >
      return call(routes.setupPlan, { body })
    },
    onSuccess: chosen => {
      if (chosen.left.length === 0) goOn(chosen)
    },
  })
  const goOn = ({ me }: Chosen) => {
    history.replaceState(null, '', '/setup')
    onClosed()
    enter(me)
  }
  if (choose.data) return <LeftOut chosen={choose.data} onGoOn={goOn} />
  return (
    <form
      className="panel setup-form setup-wide"
      onSubmit={event => {
        event.preventDefault()
        choose.mutate()
      }}
    >
      <h2>{t('setup.plan.title', { name: progress.jurisdiction?.name ?? '' })}</h2>
      <p className="soft">{t('setup.plan.about')}</p>
      <Radio.Group
        className="plans"
        aria-label={t('setup.step.plan')}
        value={choice}
        onChange={event => setChoice(event.target.value)}
      >
        {own && <PlanRadio kind="as-is" plan={own} />}
        <Radio value="blank">
          <b>{t('setup.plan.blank')}</b>
          <small>{t('setup.plan.blank-means')}</small>
        </Radio>
        {progress.plans.map(one => (
          <PlanRadio key={one.id} kind="copy" plan={one} />
        ))}
      </Radio.Group>
      {kind !== 'as-is' && (
        <Field label={t('setup.plan.year')} help={t('setup.plan.year-means')}>
          {id => (
            <InputNumber
              id={id}
              min={2000}
              max={2100}
              precision={0}
              value={year}
              onChange={value => setYear(value ?? progress.year)}
            />
          )}
        </Field>
      )}
      {kind === 'blank' && (
        <Field label={t('setup.plan.list')}>
          {id => (
            <Input
              id={id}
              required
              maxLength={60}
              value={list}
              onChange={event => setList(event.target.value)}
            />
          )}
        </Field>
      )}
      {choose.error && <ErrorNote error={choose.error} />}
      <Button type="primary" size="large" htmlType="submit" loading={choose.isPending}>
        {t('setup.plan.save')}
      </Button>
    </form>
  )
}

function PlanRadio({ kind, plan }: { kind: 'as-is' | 'copy'; plan: Plan }) {
  const { t } = useTranslation()
  const pick = usePick()
  const { lists, lights, targets, year } = plan
  return (
    <Radio value={`${kind} ${plan.id}`}>
      <b>{t(`setup.plan.${kind}`, { name: pick(plan) })}</b>
      <small>
        {t('setup.plan.holds', { year, lists, lights, targets })} {t(`setup.plan.${kind}-means`)}
      </small>
    </Radio>
  )
}

/** What a copy does not take along, said once before going on. */
function LeftOut({ chosen, onGoOn }: { chosen: Chosen; onGoOn: (chosen: Chosen) => void }) {
  const { t } = useTranslation()
  return (
    <section className="panel setup-form setup-wide">
      <h2>{t('setup.plan.done')}</h2>
      <Alert
        type="info"
        showIcon
        title={t('setup.plan.left')}
        description={
          <ul className="left-out">
            {chosen.left.map(name => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        }
      />
      <Button type="primary" size="large" onClick={() => onGoOn(chosen)}>
        {t('setup.plan.go-on')}
      </Button>
    </section>
  )
}
