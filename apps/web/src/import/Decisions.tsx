import type { ImportPreview } from '@guatu/contract'
import { Checkbox, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../language/index.ts'
import { Findings } from './Findings.tsx'
import type { Decide } from './use-decide.ts'

type Row = ImportPreview['rows'][number]

/** Step three: rows that look like a project already known, and rows that cannot be read. */
export function Decisions({ preview, decide }: { preview: ImportPreview; decide: Decide }) {
  const { t } = useTranslation()
  const doubles = preview.rows.filter(row => row.kind === 'duplicate' || row.candidates.length > 0)
  const bad = preview.rows.filter(row => row.kind === 'bad')
  const calm = doubles.length === 0 && bad.length === 0 && preview.findings.length === 0
  return (
    <section className="panel">
      <h2>{t('import.step.decide')}</h2>
      {calm && <p className="soft">{t('import.nothing-to-decide')}</p>}
      <Findings findings={preview.findings} />
      {doubles.map(row => (
        <Double key={row.row} row={row} decide={decide} />
      ))}
      {bad.length > 0 && (
        <>
          <Checkbox
            checked={preview.skipBad}
            onChange={event => decide.choose({ skipBad: event.target.checked })}
          >
            {t('import.skip-bad', { count: bad.length })}
          </Checkbox>
          <Findings findings={bad.flatMap(row => row.findings)} />
        </>
      )}
    </section>
  )
}

function Double({ row, decide }: { row: Row; decide: Decide }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <fieldset className={row.decision ? 'double' : 'double double-open'}>
      <legend>
        {t('entry.row', { row: row.row })} <b>{row.name}</b>
      </legend>
      <Radio.Group
        value={row.decision}
        onChange={event => decide.choose({ decisions: { [row.row]: event.target.value } })}
        vertical
        options={[
          ...row.candidates.map(one => ({
            value: one.project,
            label: t('import.same-as', { name: one.name, why: language === 'en' ? one.whyEn : one.why }),
          })),
          { value: 'new', label: t('import.is-new') },
          { value: 'skip', label: t('import.leave-out') },
        ]}
      />
    </fieldset>
  )
}
