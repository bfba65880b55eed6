import type { ReturnSheet } from '@guatu/contract'
import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { placeOf } from '../keep/draft.ts'
import { RestoredNote } from '../keep/RestoredNote.tsx'
import { useKeptForm } from '../keep/use-kept-form.ts'
import { usePick } from '../language/index.ts'
import { FormDrawer } from '../person/Form.tsx'
import '../person/person.css'
import { useMe } from '../session/me.ts'
import { Field } from '../setup/Field.tsx'
import { useMove } from './use-move.ts'

interface About {
  readonly id: number
  readonly project?: string
  readonly field?: string
  readonly text: string
}

interface Said {
  readonly whole: string
  readonly abouts: readonly About[]
}
const NOTHING: Said = { whole: '', abouts: [] }

/** Reasons of the whole, and of projects or single figures: the unit sees each at its place. */
export function SendBack({ sheet, onClose }: { sheet: ReturnSheet; onClose: () => void }) {
  const { t } = useTranslation()
  const { account } = useMe()
  const { unit, period } = sheet.return
  const kept = useKeptForm(placeOf(account, 'send-back', unit, period), NOTHING)
  const { whole, abouts } = kept.form
  const setAbouts = (next: readonly About[]) => kept.set({ abouts: next })
  const move = useMove(sheet, () => {
    kept.clear()
    onClose()
  })
  const change = (id: number, part: Partial<About>) =>
    setAbouts(abouts.map(one => (one.id === id ? { ...one, ...part } : one)))
  const said = abouts.filter(one => one.project !== undefined && one.text.trim() !== '')
  const reasons = [
    ...(whole.trim() === '' ? [] : [{ text: whole.trim() }]),
    ...said.map(({ project, field, text }) => ({ project, field, text: text.trim() })),
  ]
  const ready = reasons.length > 0 && said.length === abouts.length
  return (
    <FormDrawer
      title={t('sheet.return-of', { unit: sheet.return.unitName })}
      about={t('sheet.do-means.return')}
      send={t('sheet.do.return')}
      ready={ready}
      pending={move.isPending}
      error={move.error}
      onSend={() => move.mutate({ action: 'return', reasons })}
      onClose={onClose}
    >
      <RestoredNote restored={kept.restored} failed={kept.failed} onDrop={kept.clear} />
      <Field label={t('sheet.reason-whole')}>
        {id => (
          <Input.TextArea
            id={id}
            autoFocus
            rows={2}
            maxLength={500}
            value={whole}
            onChange={event => kept.set({ whole: event.target.value })}
          />
        )}
      </Field>
      {abouts.map(about => (
        <OneReason
          key={about.id}
          about={about}
          sheet={sheet}
          change={part => change(about.id, part)}
          drop={() => setAbouts(abouts.filter(one => one.id !== about.id))}
        />
      ))}
      <p>
        <Button onClick={() => setAbouts([...abouts, { id: (abouts.at(-1)?.id ?? 0) + 1, text: '' }])}>
          {t('sheet.reason-add')}
        </Button>
      </p>
    </FormDrawer>
  )
}

function OneReason({
  about,
  sheet,
  change,
  drop,
}: {
  about: About
  sheet: ReturnSheet
  change: (part: Partial<About>) => void
  drop: () => void
}) {
  const { t } = useTranslation()
  const pick = usePick()
  return (
    <fieldset className="one-reason">
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('project.name')}
        placeholder={t('project.name')}
        value={about.project}
        onChange={project => change({ project })}
        options={sheet.rows.map(row => ({ value: row.project, label: row.name }))}
      />
      <Select
        allowClear
        aria-label={t('correction.field')}
        placeholder={t('sheet.reason-whole-row')}
        value={about.field}
        onChange={(field?: string) => change({ field })}
        options={sheet.fields.map(field => ({ value: field.id, label: pick(field) }))}
      />
      <Input
        maxLength={500}
        aria-label={t('person.reason')}
        placeholder={t('person.reason')}
        value={about.text}
        onChange={event => change({ text: event.target.value })}
      />
      <Button size="small" onClick={drop}>
        {t('sheet.reason-drop')}
      </Button>
    </fieldset>
  )
}
