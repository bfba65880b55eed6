import { type ReturnSheet, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { address, call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { queries } from '../api/use-api.ts'
import { useFigures } from '../figure/use-figures.ts'
import './evidence.css'

/** Photos of a project for a period; the same file used elsewhere says so. */
export function Photos({
  row,
  period,
  adds,
}: {
  row: ReturnSheet['rows'][number]
  period: string
  adds: boolean
}) {
  const { t } = useTranslation()
  const figures = useFigures()
  const box = useId()
  const add = useMutation({
    mutationFn: (file: File) => call(routes.addEvidence, { params: { project: row.project, period }, file }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [routes.getReturn.name] }),
  })
  const used = add.data?.usedElsewhere ?? []
  return (
    <div className="photos">
      {row.evidence.map(photo => {
        const link = address(routes.getEvidence, { params: { project: row.project, sha256: photo.sha256 } })
        return (
          <a key={photo.sha256} href={link} target="_blank" rel="noreferrer" title={photo.name}>
            <img src={link} alt={photo.name} loading="lazy" />
            {photo.usedElsewhere && <small className="photo-used">▲ {t('evidence.used')}</small>}
          </a>
        )
      })}
      {adds && (
        <label htmlFor={box} className="photo-add no-print">
          {add.isPending ? t('evidence.sending') : t('evidence.add')}
          <input
            id={box}
            type="file"
            accept="image/jpeg,image/png,image/webp"
            className="sr-only"
            disabled={add.isPending}
            aria-label={t('evidence.add-to', { name: row.name })}
            onChange={event => {
              const file = event.target.files?.[0]
              if (file) add.mutate(file)
              event.target.value = ''
            }}
          />
        </label>
      )}
      {used.length > 0 && (
        <small role="status" className="photo-used">
          {t('evidence.used-for', {
            where: used.map(one => `${one.projectName} ${figures.period(one.period)}`).join(t('setup.and')),
          })}
        </small>
      )}
      {add.error && <ErrorNote error={add.error} />}
    </div>
  )
}
