import { type RosterPreview, routes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { refresh } from '../api/use-api.ts'
import { useLanguage } from '../language/index.ts'
import { RosterTree } from './RosterTree.tsx'
import { Template } from './Template.tsx'

const ACCEPTS = '.xlsx'

/** The template, the filled-in file, what it would do, and then it is done. */
export function RosterStep() {
  const { t } = useTranslation()
  const [file, setFile] = useState<File>()
  const check = useMutation({
    mutationFn: async (given: File) => {
      // Held in memory: what is looked at is what is written, whatever happens to the file meanwhile.
      const held = new File([await given.arrayBuffer()], given.name)
      setFile(held)
      return call(routes.checkRoster, { file: held })
    },
  })
  const save = useMutation({
    mutationFn: (held: File) => call(routes.saveRoster, { file: held }),
    onSuccess: () => {
      check.reset()
      setFile(undefined)
      return refresh()
    },
  })
  const preview = check.data
  const { counts } = save.data ?? {}
  const take = (given: File | null | undefined) => {
    save.reset()
    if (given) check.mutate(given)
  }
  return (
    <>
      <p>{t('setup.roster.about')}</p>
      <div className="setup-actions">
        <Template kind="roster">{t('setup.roster.template')}</Template>
        <label className="pick">
          <input
            type="file"
            accept={ACCEPTS}
            disabled={check.isPending || save.isPending}
            onChange={event => {
              take(event.target.files?.item(0))
              event.target.value = ''
            }}
          />
          {t('setup.roster.upload')}
        </label>
        {check.isPending && <span role="status">{t('import.reading')}</span>}
      </div>
      {(check.error ?? save.error) && <ErrorNote error={check.error ?? save.error} />}
      {counts && (
        <p role="status">
          {t('setup.roster.saved', { units: counts.newUnits, people: counts.newPeople, posts: counts.posts })}
        </p>
      )}
      {preview && preview.findings.length > 0 && <Findings findings={preview.findings} />}
      {preview && preview.findings.length === 0 && file && (
        <>
          <p>
            {t('setup.roster.preview', { units: preview.counts.newUnits, people: preview.counts.newPeople })}
          </p>
          <RosterTree units={preview.units} />
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate(file)}>
            {t('setup.roster.save')}
          </Button>
        </>
      )}
    </>
  )
}

const SHOWN = 100

function Findings({ findings }: { findings: RosterPreview['findings'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div role="alert" className="roster-findings">
      <p>
        <b>{t('setup.roster.findings', { count: findings.length })}</b>
      </p>
      <div className="table-wrap">
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">{t('setup.roster.sheet')}</th>
              <th scope="col">{t('import.row')}</th>
              <th scope="col">{t('entry.column')}</th>
              <th scope="col">{t('setup.roster.what')}</th>
            </tr>
          </thead>
          <tbody>
            {findings.slice(0, SHOWN).map(one => (
              <tr key={`${one.sheet} ${one.row} ${one.column} ${one.code}`}>
                <td>{one.sheet}</td>
                <td>{one.row || '—'}</td>
                <td>{one.column || '—'}</td>
                <td>{one[language]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
