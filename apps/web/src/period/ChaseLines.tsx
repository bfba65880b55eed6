import type { Response, routes } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'

type Line = Response<typeof routes.getChase>['lines'][number]

const SHOWN = 8

export function ChaseLines({ title, lines }: { title: string; lines: readonly Line[] }) {
  const { t } = useTranslation()
  return (
    <details className="chase-lines" open={lines.length <= SHOWN}>
      <summary>
        <h3>
          {title} <span className="soft">{t('chase.lines', { count: lines.length })}</span>
        </h3>
      </summary>
      <ul className="rows">
        {lines.map(line => (
          <One key={line.key} line={line} />
        ))}
      </ul>
    </details>
  )
}

function One({ line }: { line: Line }) {
  const { t } = useTranslation()
  const figures = useFigures()
  return (
    <li>
      <span className="soft">{line.sentAt ? figures.moment(line.sentAt) : figures.day(line.day)}</span>{' '}
      <b>{line.unitName}</b> {t(`chase.kind.${line.kind}`)}
      {line.daysLate > 0 && ` · ${t('due.late', { count: line.daysLate })}`} → {line.toUnitName}{' '}
      {t(`chase.level.${line.level}`)}
      {line.persons.length > 0 ? (
        ` ${line.persons.join(t('setup.and'))}`
      ) : (
        <b className="days-late"> {t('chase.nobody')}</b>
      )}
    </li>
  )
}
