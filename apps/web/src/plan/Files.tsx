import { routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { address, call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh, useApi } from '../api/use-api.ts'
import { useDays } from '../figure/use-days.ts'
import { useMay } from '../session/me.ts'

/** The issued files that the bureau has put beside the plan; each stays for good. */
export function Files() {
  const { t } = useTranslation()
  const days = useDays()
  const { data } = useApi(routes.listSchemeFiles)
  const adds = useMay(routes.addSchemeFile.name)
  const box = useRef<HTMLInputElement>(null)
  const add = useMutation({
    mutationFn: (file: File) => call(routes.addSchemeFile, { file }),
    onSuccess: refresh,
  })
  const files = data?.files ?? []
  if (files.length === 0 && !adds) return null
  return (
    <div className="plan-files">
      <span className="soft">{t('plan.files')}</span>
      {files.map(file => (
        <a
          key={file.id}
          href={address(routes.getSchemeFile, { params: { id: file.id } })}
          title={`sha256 ${file.sha256}`}
        >
          {file.name} <small className="soft">{`${file.by} ${days.moment(file.at)}`}</small>
        </a>
      ))}
      {adds && (
        <>
          <input
            ref={box}
            type="file"
            className="sr-only"
            tabIndex={-1}
            accept=".pdf,.docx,.txt"
            aria-label={t('plan.file-add')}
            onChange={event => {
              const file = event.target.files?.item(0)
              if (file) add.mutate(file)
              event.target.value = ''
            }}
          />
          <button type="button" className="plain as-link no-print" onClick={() => box.current?.click()}>
            {add.isPending ? t('plan.file-adding') : t('plan.file-add')}
          </button>
        </>
      )}
      {add.error && <ErrorNote error={add.error} />}
    </div>
  )
}
