import type { ImportPreview } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { type DragEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { upload } from '../api/upload.ts'

/** Step one: a file, dropped or chosen. While it goes one sees how much has gone and can stop it. */
export function DropFile({
  onRead,
  onMany,
}: {
  onRead: (preview: ImportPreview) => void
  /** Several files at once; absent where the post takes one at a time. */
  onMany?: (files: readonly File[]) => void
}) {
  const { t } = useTranslation()
  const box = useId()
  const [over, setOver] = useState(false)
  const [sent, setSent] = useState(0)
  const stop = useRef<AbortController>(null)
  const send = useMutation({
    mutationFn: (file: File) => {
      setSent(0)
      stop.current = new AbortController()
      return upload(file, (done, all) => setSent(all ? done / all : 0), stop.current.signal)
    },
    onSuccess: onRead,
  })
  const take = (files: FileList | null) => {
    const [first, ...more] = files ?? []
    if (first && more.length > 0 && onMany) onMany([first, ...more])
    else if (first) send.mutate(first)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const stopped = send.error?.name === 'AbortError'
  return (
    <section className="panel">
      <h2>{t('import.step.file')}</h2>
      <label
        htmlFor={box}
        className={over ? 'drop drop-over' : 'drop'}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          id={box}
          type="file"
          multiple={onMany !== undefined}
          accept=".xlsx,.csv"
          disabled={send.isPending}
          onChange={event => {
            take(event.target.files)
            event.target.value = ''
          }}
        />
        <b>{t('import.drop')}</b>
        <span className="soft">{t('import.drop-means')}</span>
        {onMany && <span className="soft">{t('intake.drop-means')}</span>}
      </label>
      {send.isPending && (
        <p className="sending" role="status">
          <Progress percent={Math.round(sent * 100)} showInfo={false} />
          {sent < 1 ? t('import.sending', { percent: Math.round(sent * 100) }) : t('import.reading')}
          <Button size="small" onClick={() => stop.current?.abort()}>
            {t('shell.cancel')}
          </Button>
        </p>
      )}
      {stopped ? <p>{t('import.stopped')}</p> : send.error && <ErrorNote error={send.error} />}
    </section>
  )
}
