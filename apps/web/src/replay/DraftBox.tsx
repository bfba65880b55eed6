import { DRAFT_MOST } from '@guatu/contract'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { grouped } from '../figure/text.ts'
import { Field } from '../setup/Field.tsx'

/** The text of another plan, pasted or from a file; it stays in this window. */
export function DraftBox({ text, onText }: { text: string; onText: (text: string) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <Field label={t('replay.draft')} help={t('replay.draft-help')}>
        {id => (
          <Input.TextArea
            id={id}
            className="replay-draft"
            autoSize={{ minRows: 6, maxRows: 16 }}
            spellCheck={false}
            value={text}
            onChange={event => onText(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('replay.draft-file')}>
        {id => (
          <input
            id={id}
            type="file"
            accept=".yaml,.yml,text/yaml"
            onChange={async event => {
              const [file] = event.target.files ?? []
              if (file) onText(await file.text())
            }}
          />
        )}
      </Field>
      {text.length > DRAFT_MOST && (
        <p role="alert">{t('replay.draft-long', { most: grouped(String(DRAFT_MOST)) })}</p>
      )}
    </>
  )
}
