import { type Response, routes } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { address } from '../api/client.ts'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { fieldName } from '../light/reason.ts'
import { useTelling } from '../light/use-telling.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { EntryLine } from './EntryLine.tsx'

type Detail = Response<typeof routes.getEntry>

/** An entry down to the row of the file it came from. */
export function EntryDetail({ seq }: { seq: number }) {
  const query = useApi(routes.getEntry, { params: { seq } })
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  return query.data ? <Shown detail={query.data} /> : <Waiting />
}

function Shown({ detail: { entry, project, projectName, cells } }: { detail: Detail }) {
  const { t } = useTranslation()
  const telling = useTelling()
  const names = (fields: readonly string[]) =>
    fields.map(field => fieldName(field, telling)).join(t('text.comma'))
  return (
    <>
      {project && (
        <h2>
          <Link to="/projects/$id" params={{ id: project }}>
            {projectName ?? project}
          </Link>
        </h2>
      )}
      <ul className="rows">
        <EntryLine entry={entry} />
      </ul>
      {entry.computed.length > 0 && <p>{t('entry.computed', { fields: names(entry.computed) })}</p>}
      {entry.summed.length > 0 && <p>{t('entry.summed', { fields: names(entry.summed) })}</p>}
      {cells && <SourceRow cells={cells} />}
      {entry.file && (
        <p>
          <a href={address(routes.getSourceFile, { params: { id: entry.file } })} download>
            {t('entry.download', { name: entry.fileName ?? entry.file })}
          </a>
        </p>
      )}
      <h3>{t('entry.hash')}</h3>
      <p className="hash soft">{entry.hash}</p>
    </>
  )
}

function SourceRow({ cells }: { cells: NonNullable<Detail['cells']> }) {
  const { t } = useTranslation()
  return (
    <>
      <h3>{t('entry.source-row')}</h3>
      <table className="grid cells">
        <thead>
          <tr>
            <th scope="col">{t('entry.column')}</th>
            <th scope="col">{t('entry.header')}</th>
            <th scope="col">{t('entry.text')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(cell => (
            <tr key={cell.column}>
              <td>{cell.column}</td>
              <td>{cell.header}</td>
              <td>
                {cell.text} {cell.computed && <Tag>{t('entry.formula')}</Tag>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
