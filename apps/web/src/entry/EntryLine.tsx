import type { EntryView } from '@guatu/contract'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { fieldName, fieldType, valueText } from '../light/reason.ts'
import { useTelling } from '../light/use-telling.ts'
import { useAsk } from '../why/subject.ts'
import './entry.css'

/** One entry of the ledger in two lines: what it says, and who put it there from where. */
export function EntryLine({ entry }: { entry: EntryView }) {
  const { t } = useTranslation()
  const telling = useTelling()
  const figures = useFigures()
  const ask = useAsk()
  const said = Object.entries(entry.figures).map(
    ([field, value]) =>
      `${fieldName(field, telling)} ${valueText(fieldType(field, telling.vocabulary), value, telling)}`,
  )
  return (
    <li className="entry-line">
      <p>
        <button
          type="button"
          className="plain as-link"
          onClick={() => ask({ kind: 'entry', seq: entry.seq })}
        >
          {t('entry.number', { seq: entry.seq })}
        </button>{' '}
        <b>{figures.period(entry.period)}</b> {said.join(t('text.comma'))}
      </p>
      <p className="soft">
        {entry.enteredBy} · {figures.moment(entry.recordedAt)} · {t(`via.${entry.via}`)}
        {entry.fileName && ` · ${sourceText(entry, t)}`}
        {entry.reason && ` · ${t('entry.reason', { reason: entry.reason })}`}
      </p>
    </li>
  )
}

type Translate = ReturnType<typeof useTelling>['t']
/** `月报.xlsx / Sheet1 / 第7行` */
const sourceText = (entry: EntryView, t: Translate) =>
  [entry.fileName, entry.sheet, entry.row && t('entry.row', { row: entry.row })].filter(Boolean).join(' / ')
