import { PHOTOS_KEPT_MB, type ReturnSheet, UPLOAD_LIMIT_MB } from '@guatu/contract'
import { Alert, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { type Photos, photoLink, photosOf } from './use-photos.ts'
import { WaitingPhoto } from './WaitingPhoto.tsx'
import './evidence.css'

/** Photos of the return's projects; one that has been used elsewhere says so. */
export function EvidencePanel({
  sheet,
  photos,
}: {
  sheet: ReturnSheet
  /** Absent where none may be added. */
  photos?: Photos
}) {
  const { t } = useTranslation()
  const { period } = sheet.return
  const waitingOf = (project: string) => photos?.waiting.filter(one => one.project === project) ?? []
  const shown = sheet.rows.filter(
    row => photosOf(row, period).length > 0 || waitingOf(row.project).length > 0,
  )
  const waits = photos?.waiting.length ?? 0
  if (shown.length === 0 && !photos) return null
  return (
    <section className="panel evidence">
      <header>
        <h2>{t('evidence.title')}</h2>
        <span className="soft">
          {t('evidence.count', { count: shown.length, all: sheet.rows.length })}
          {waits > 0 && `${t('text.comma')}${t('keep.photos', { count: waits })}`}
        </span>
      </header>
      <ul className="rows">
        {shown.map(row => (
          <li key={row.project}>
            <b>{row.name}</b>
            <Thumbs row={row} period={period} />
            <span className="photos">
              {waitingOf(row.project).map(photo => (
                <WaitingPhoto key={photo.key} photo={photo} sending={photos?.sending} />
              ))}
            </span>
          </li>
        ))}
      </ul>
      {photos?.unkept && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t(`evidence.unkept.${photos.unkept}`, { bound: PHOTOS_KEPT_MB, limit: UPLOAD_LIMIT_MB })}
        />
      )}
      {photos && <Add sheet={sheet} photos={photos} />}
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

function Add({ sheet, photos }: { sheet: ReturnSheet; photos: Photos }) {
  const { t } = useTranslation()
  const box = useId()
  const [project, setProject] = useState<string>()
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
        {t('evidence.add')}
        <input
          id={box}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          multiple
          className="sr-only"
          disabled={!project}
          onChange={event => {
            const files = [...(event.target.files ?? [])]
            event.target.value = ''
            if (project) photos.add(project, files)
          }}
        />
      </label>
    </div>
  )
}
