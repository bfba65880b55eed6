import type { ImportPreview } from '@guatu/contract'
import { Button, Input, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Columns } from './Columns.tsx'
import type { Decide } from './use-decide.ts'
import { OfProjects, OfUnit } from './Whose.tsx'

/** Step two: what the file was understood to be. Every guess can be changed. */
export function Recognised({ preview, decide }: { preview: ImportPreview; decide: Decide }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <section className="panel">
      <h2>{t('import.step.recognised')}</h2>
      <div className="choices">
        <span>
          <label htmlFor={id}>{t('import.sheet')}</label>
          <Select
            id={id}
            value={preview.sheet}
            onChange={sheet => decide.choose({ sheet })}
            popupMatchSelectWidth={false}
            options={preview.sheets.map(({ name, rows }) => ({
              value: name,
              label: t('import.sheet-rows', { name, rows }),
            }))}
          />
        </span>
        <Radio.Group
          value={preview.holds}
          onChange={event => decide.choose({ holds: event.target.value })}
          options={[
            { value: 'projects', label: t('import.holds.projects') },
            { value: 'reported', label: t('import.holds.reported') },
          ]}
        />
        {preview.holds === 'projects' ? (
          <OfProjects preview={preview} decide={decide} />
        ) : (
          <OfUnit preview={preview} decide={decide} />
        )}
      </div>
      <Columns preview={preview} decide={decide} />
      <SaveMapping mapping={preview.mapping} decide={decide} />
    </section>
  )
}

/** The next file of this kind is then understood without asking. */
function SaveMapping({ mapping, decide }: { mapping: string | null; decide: Decide }) {
  const { t } = useTranslation()
  const [name, setName] = useState(mapping ?? '')
  return (
    <form
      className="save-mapping"
      onSubmit={event => {
        event.preventDefault()
        if (name.trim()) decide.choose({ saveMappingAs: name.trim() })
      }}
    >
      {mapping && <span className="soft">{t('import.mapping-used', { mapping })}</span>}
      <Input
        value={name}
        maxLength={60}
        placeholder={t('import.mapping-name')}
        aria-label={t('import.mapping-name')}
        onChange={event => setName(event.target.value)}
      />
      <Button htmlType="submit" disabled={!name.trim()}>
        {t('import.mapping-save')}
      </Button>
    </form>
  )
}
