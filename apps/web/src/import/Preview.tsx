import type { ImportPreview } from '@guatu/contract'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { Decisions } from './Decisions.tsx'
import { Recognised } from './Recognised.tsx'
import { Result } from './Result.tsx'
import { Rows } from './Rows.tsx'
import { useDecide } from './use-decide.ts'

export function Preview({ preview, onLeave }: { preview: ImportPreview; onLeave: () => void }) {
  const { t } = useTranslation()
  const decide = useDecide(preview.id)
  const open = preview.state === 'open'
  return (
    <>
      <section className="panel file-line">
        <h2>{t('import.step.file')}</h2>
        <b>{preview.file.name}</b>
        <span className="soft">
          {preview.file.format}
          {preview.file.encoding && ` · ${preview.file.encoding}`} ·{' '}
          {t('import.bytes', { count: Math.ceil(preview.file.bytes / 1024) })}
        </span>
        <Button onClick={onLeave}>{t('import.another')}</Button>
      </section>
      {decide.error && <ErrorNote error={decide.error} />}
      {open && <Recognised preview={preview} decide={decide} />}
      {open && <Decisions preview={preview} decide={decide} />}
      <Result preview={preview} waiting={decide.busy} />
      <Rows preview={preview} />
    </>
  )
}
