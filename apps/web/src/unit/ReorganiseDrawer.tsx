import { Button, Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { DayField, isReason, ReasonField } from '../person/Form.tsx'
import '../person/person.css'
import { Preview } from './Preview.tsx'
import './unit.css'
import { useReorganise, type Wanted } from './use-reorganise.ts'

/** Two steps: what is wanted, from which day and why; then what it changes, and only then is it written. */
export function ReorganiseDrawer({
  title,
  about,
  today,
  wanted,
  onDay,
  onClose,
  children,
}: {
  title: string
  about: string
  today: string
  /** Undefined until the form is whole. */
  wanted: Wanted | undefined
  onDay?: (day: string) => void
  onClose: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  const [day, setDay] = useState(today)
  const [reason, setReason] = useState('')
  const work = useReorganise(onClose)
  const ready = wanted !== undefined && day !== '' && isReason(reason)
  return (
    <Drawer open onClose={onClose} size={640} title={title}>
      <form
        className="deed"
        onSubmit={event => {
          event.preventDefault()
          if (wanted && ready) work.ask(wanted, day, reason.trim())
        }}
      >
        {work.shown ? (
          <>
            <p>
              <b>{t('reorganise.from-day', { day })}</b> <span className="soft">{reason}</span>
            </p>
            <Preview preview={work.shown.preview} />
            {work.error && <ErrorNote error={work.error} />}
            <p className="deed-end">
              <Button type="primary" loading={work.pending} onClick={work.save}>
                {t('reorganise.save')}
              </Button>
              <Button onClick={work.forget}>{t('reorganise.back')}</Button>
            </p>
          </>
        ) : (
          <>
            <p className="soft">{about}</p>
            {children}
            <DayField
              label={t('reorganise.day')}
              value={day}
              today={today}
              onChange={chosen => {
                setDay(chosen)
                onDay?.(chosen)
              }}
            />
            <ReasonField value={reason} onChange={setReason} />
            {work.error && <ErrorNote error={work.error} />}
            <p className="deed-end">
              <Button type="primary" htmlType="submit" disabled={!ready} loading={work.pending}>
                {t('reorganise.preview')}
              </Button>
              <Button onClick={onClose}>{t('shell.cancel')}</Button>
            </p>
          </>
        )}
      </form>
    </Drawer>
  )
}
