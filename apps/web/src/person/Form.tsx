import { Button, Drawer, Input } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { Field } from '../setup/Field.tsx'
import { useFocusBack } from '../shell/use-focus-back.ts'
import './person.css'

/** A side drawer with a form that is sent once it is whole. */
export function FormDrawer({
  title,
  about,
  send,
  ready,
  pending,
  error,
  onSend,
  onClose,
  children,
}: {
  title: string
  about?: string
  /** Words on the button. */
  send: string
  ready: boolean
  pending: boolean
  error: Error | null
  onSend: () => void
  onClose: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  useFocusBack()
  // After the drawer has taken the focus for itself.
  useEffect(() => {
    const timer = setTimeout(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus())
    return () => clearTimeout(timer)
  }, [])
  return (
    <Drawer open onClose={onClose} size={480} title={title}>
      <form
        ref={form}
        className="deed"
        onSubmit={event => {
          event.preventDefault()
          if (ready) onSend()
        }}
      >
        {about && <p className="soft">{about}</p>}
        {children}
        {error && <ErrorNote error={error} />}
        <p className="deed-end">
          <Button type="primary" htmlType="submit" disabled={!ready} loading={pending}>
            {send}
          </Button>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </p>
      </form>
    </Drawer>
  )
}

/** The first day on which it holds; today is the latest. */
export function DayField({
  value,
  today,
  label,
  onChange,
}: {
  value: string
  today: string
  label: string
  onChange: (day: string) => void
}) {
  return (
    <Field label={label}>
      {id => (
        <Input
          id={id}
          type="date"
          required
          max={today}
          value={value}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

export function ReasonField({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const { t } = useTranslation()
  return (
    <Field label={t('person.reason')}>
      {id => (
        <Input.TextArea
          id={id}
          required
          rows={2}
          maxLength={500}
          value={value}
          placeholder={t('person.reason-example')}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
export const isReason = (text: string) => text.trim().length >= 2
