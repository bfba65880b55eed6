import type { ImportPreview } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../language/index.ts'

/** Where it is and what is wrong: sheet, row, column. */
export function Findings({ findings }: { findings: ImportPreview['findings'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (findings.length === 0) return null
  return (
    <ul className="findings">
      {findings.map(one => (
        <li key={`${one.sheet} ${one.row} ${one.column} ${one.code}`} className={`finding-${one.level}`}>
          <b>{t(`import.level.${one.level}`)}</b>{' '}
          <span className="soft">
            {[one.sheet, one.row > 0 && t('entry.row', { row: one.row }), one.column]
              .filter(Boolean)
              .join(' / ')}
          </span>{' '}
          {one[language]}
        </li>
      ))}
    </ul>
  )
}
