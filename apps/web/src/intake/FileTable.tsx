import type { Intake, IntakeFile } from '@guatu/contract'
import { Button, Checkbox, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useFigures } from '../figure/use-figures.ts'
import { useUndoBatch } from '../import/Batches.tsx'
import { usePick } from '../language/index.ts'
import { State } from '../return/State.tsx'
import { FileNotes } from './FileNotes.tsx'
import type { Decide } from './use-decide.ts'

/** A line for each file: unit (found how), period, rows that match, what is left out and why. */
export function FileTable({ intake, choose, busy }: { intake: Intake; choose: Decide; busy: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="table-wrap" aria-busy={busy}>
      <table className="grid intake-files">
        <thead>
          <tr>
            <th scope="col">{t('intake.take')}</th>
            <th scope="col">{t('intake.file')}</th>
            <th scope="col">{t('matrix.unit')}</th>
            <th scope="col">{t('import.period')}</th>
            {(['matched', 'changed', 'unknown', 'doubtful', 'left'] as const).map(name => (
              <th scope="col" key={name} className="number">
                {t(`intake.head.${name}`)}
              </th>
            ))}
            <th scope="col">{t('intake.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {intake.files.map(file => (
            <FileLine key={file.id} file={file} intake={intake} choose={choose} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function FileLine({ file, intake, choose }: { file: IntakeFile; intake: Intake; choose: Decide }) {
  const { t } = useTranslation()
  const { counts } = file
  const fixed = file.state === 'done' || file.state === 'bad'
  const decide = (given: NonNullable<Parameters<Decide>[0]['files']>[string]) =>
    choose({ files: { [file.id]: given } })
  return (
    <tr className={`intake-${file.state}`}>
      <td>
        <Checkbox
          aria-label={`${t('intake.take')} ${file.name}`}
          checked={file.take}
          disabled={fixed}
          onChange={event => decide({ take: event.target.checked })}
        />
      </td>
      <th scope="row">
        {file.name}
        <FileNotes file={file} decide={decisions => decide({ decisions })} />
      </th>
      <td>
        <Whose file={file} intake={intake} fixed={fixed} choose={unit => decide({ unit })} />
      </td>
      <td>
        <When file={file} intake={intake} fixed={fixed} choose={period => decide({ period })} />
      </td>
      <td className="number">{file.state === 'bad' ? '' : `${counts.matched}/${counts.asked}`}</td>
      <td className="number">{counts.changed || ''}</td>
      <td className="number">{counts.unknown || ''}</td>
      <td className="number">{counts.doubtful || ''}</td>
      <td className="number">{counts.bad + counts.others + counts.blank || ''}</td>
      <td>
        <Outcome file={file} />
      </td>
    </tr>
  )
}

interface Chooser {
  readonly file: IntakeFile
  readonly intake: Intake
  readonly fixed: boolean
  readonly choose: (value: string) => void
}

function Whose({ file, intake, fixed, choose }: Chooser) {
  const { t } = useTranslation()
  if (file.state === 'bad') return null
  if (fixed) return file.unit?.name
  return (
    <>
      <Select
        aria-label={`${t('matrix.unit')} ${file.name}`}
        size="small"
        value={file.unit?.id ?? null}
        status={file.unit ? undefined : 'error'}
        placeholder={t('import.choose')}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={choose}
        popupMatchSelectWidth={false}
        options={intake.units.map(unit => ({ value: unit.id, label: unit.name }))}
      />
      <small className="soft"> {file.unitFrom && t(`intake.from.${file.unitFrom}`)}</small>
      {file.unitsElse.length > 0 && (
        <small className="intake-else">
          {t('intake.or', { units: file.unitsElse.map(one => one.name).join(t('text.comma')) })}
        </small>
      )}
    </>
  )
}

function When({ file, intake, fixed, choose }: Chooser) {
  const { t } = useTranslation()
  const figures = useFigures()
  if (file.state === 'bad') return null
  if (fixed) return figures.period(file.period)
  const offered = [...new Set([...(file.period ? [file.period] : []), ...intake.periods])]
  const other = file.period !== intake.period
  return (
    <>
      <Select
        aria-label={`${t('import.period')} ${file.name}`}
        size="small"
        value={file.period}
        status={other ? 'warning' : undefined}
        onChange={choose}
        popupMatchSelectWidth={false}
        options={offered.map(period => ({ value: period, label: figures.period(period) }))}
      />
      <small className={other ? 'intake-else' : 'soft'}>
        {' '}
        {other ? t('intake.other-period') : file.periodFrom && t(`intake.from.${file.periodFrom}`)}
      </small>
    </>
  )
}

function Outcome({ file }: { file: IntakeFile }) {
  const { t } = useTranslation()
  const pick = usePick()
  const undo = useUndoBatch()
  const { batch } = file
  if (file.state === 'done' && batch)
    return (
      <>
        {file.returnState && <State state={file.returnState} />}{' '}
        <Button size="small" loading={undo.isPending} onClick={() => undo.mutate(batch)}>
          {t('import.undo')}
        </Button>
        {undo.error && <ErrorNote error={undo.error} />}
      </>
    )
  const why = file.fault ?? (file.take ? file.refused : null)
  if (why) return <span className="intake-why">{pick({ name: why.zh, nameEn: why.en })}</span>
  if (file.state === 'undone') return t('import.undone')
  if (file.take && file.counts.matched === 0) return <span className="intake-why">{t('intake.nothing')}</span>
  return file.returnState ? <State state={file.returnState} /> : null
}
