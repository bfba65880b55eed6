import type { ReturnSheet } from '@guatu/contract'
import { Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useFigures } from '../figure/use-figures.ts'
import { photoLink, photosOf, type usePhotos } from './use-photos.ts'
import './evidence.css'

/** Photos of the return's projects; one that has been used elsewhere says so. */
export function EvidencePanel({
  sheet,
  photos,
}: {
  sheet: ReturnSheet
  /** Absent where none may be added. */
  photos?: ReturnType<typeof usePhotos>
}) {
  const { t } = useTranslation()
  const { period } = sheet.return
  const shown = sheet.rows.filter(row => photosOf(row, period).length > 0)
  if (shown.length === 0 && !photos) return null
  return (
    <section className="panel evidence">
      <header>
        <h2>{t('evidence.title')}</h2>
        <span className="soft">{t('evidence.count', { count: shown.length, all: sheet.rows.length })}</span>
      </header>
      <ul className="rows">
        {shown.map(row => (
          <li key={row.project}>
            <b>{row.name}</b>
            <Thumbs row={row} period={period} />
          </li>
        ))}
      </ul>
      {photos && <Add sheet={sheet} add={photos.add} />}
    </section>
  )
}

function Thumbs({ row, period }: { row: ReturnSheet['rows'][number]; period: string }) {
  const { t } = useTranslation()
  const figures = useFigures()
  return (
    <span className="photos">
      {photosOf(row, period).map(photo => {
        const link = photoLink(row.project, photo)
        return (
          <a
            key={photo.sha256}
            href={link}
            target="_blank"
            rel="noreferrer"
            title={`${photo.name} ${figures.moment(photo.addedAt)}`}
          >
            <img src={link} alt={photo.name} loading="lazy" />
            {photo.usedElsewhere.length > 0 && (
              <small className="photo-used">
                ▲{' '}
                {t('evidence.used', {
                  where: photo.usedElsewhere
                    .map(one => `${one.projectName ?? t('evidence.unseen')} ${figures.period(one.period)}`)
                    .join(t('setup.and')),
                })}
              </small>
            )}
          </a>
        )
      })}
    </span>
  )
}

function Add({ sheet, add }: { sheet: ReturnSheet; add: ReturnType<typeof usePhotos>['add'] }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const box = useId()
  const [project, setProject] = useState<string>()
  const used = add.data?.usedElsewhere ?? []
  return (
    <div className="photos no-print">
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        className="photo-of"
        aria-label={t('project.name')}
        placeholder={t('evidence.choose')}
        value={project}
        onChange={setProject}
        options={sheet.rows.map(row => ({ value: row.project, label: row.name }))}
      />
      <label htmlFor={box} className={project ? 'photo-add' : 'photo-add soft'}>
        {t(add.isPending ? 'evidence.sending' : 'evidence.add')}
        <input
          id={box}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          className="sr-only"
          disabled={!project || add.isPending}
          onChange={event => {
            const file = event.target.files?.[0]
            if (file && project) add.mutate({ project, file })
            event.target.value = ''
          }}
        />
      </label>
      {used.length > 0 && (
        <span role="status" className="photo-used">
          ▲{' '}
          {t('evidence.used-for', {
            where: used
              .map(one => `${one.projectName ?? t('evidence.unseen')} ${figures.period(one.period)}`)
              .join(t('setup.and')),
          })}
        </span>
      )}
      {add.error && <ErrorNote error={add.error} />}
    </div>
  )
}
