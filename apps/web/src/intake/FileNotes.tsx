import type { IntakeFile } from '@guatu/contract'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { usePick } from '../language/index.ts'

/** What is left out of a file and why, and rows that may be one of several projects. */
export function FileNotes({
  file,
  decide,
}: {
  file: IntakeFile
  decide: (decisions: Record<string, string>) => void
}) {
  const { t } = useTranslation()
  const pick = usePick()
  const { notes, doubts, findings } = file
  if (file.state === 'done' || notes.length + doubts.length + findings.length === 0) return null
  return (
    <details className="intake-notes">
      <summary>{t('intake.to-see', { count: notes.length + doubts.length + findings.length })}</summary>
      <ul>
        {doubts.map(one => (
          <li key={`d${one.row}`}>
            {t('intake.row', { row: one.row })} {one.name}{' '}
            <Select
              size="small"
              aria-label={`${t('intake.row', { row: one.row })} ${one.name}`}
              placeholder={t('import.choose')}
              onChange={(project: string) => decide({ [one.row]: project })}
              popupMatchSelectWidth={false}
              options={[
                ...one.candidates.map(({ project, name, why }) => ({
                  value: project,
                  label: `${name}(${why})`,
                })),
                { value: 'skip', label: t('intake.leave-row') },
              ]}
            />
          </li>
        ))}
        {findings.map(one => (
          <li key={`${one.check} ${one.project} ${one.field}`} className={`finding-${one.severity}`}>
            {one.name}: {pick({ name: one.zh, nameEn: one.en })}
          </li>
        ))}
        {notes.map(one => (
          <li key={`${one.row} ${one.code}`}>
            {t('intake.row', { row: one.row })} {one.name} {pick({ name: one.zh, nameEn: one.en })}
          </li>
        ))}
      </ul>
    </details>
  )
}
