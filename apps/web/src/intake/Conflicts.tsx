import type { Intake } from '@guatu/contract'
import { Button, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { useVocabulary } from '../session/me.ts'
import type { Decide } from './use-decide.ts'

type Conflict = Intake['conflicts'][number]

/** One project, several figures: both side by side, to be chosen; or the files go before the ledger all at once. */
export function Conflicts({ intake: { conflicts }, choose }: { intake: Intake; choose: Decide }) {
  const { t } = useTranslation()
  if (conflicts.length === 0) return null
  const overLedger = conflicts.filter(
    one => one.sides.length === 2 && one.sides.some(side => side.from === 'ledger'),
  )
  const all = (ledger: boolean) =>
    choose({
      choose: Object.fromEntries(
        overLedger.map(one => [
          one.key,
          one.sides.find(side => (side.from === 'ledger') === ledger)?.from ?? 'ledger',
        ]),
      ),
    })
  // Two files of one unit: as a rule one of them is the right one throughout.
  const between = conflicts.filter(one => one.sides.every(side => side.from !== 'ledger'))
  const files = new Map(between.flatMap(one => one.sides.map(side => [side.from, side.label] as const)))
  const allOf = (from: string) =>
    choose({
      choose: Object.fromEntries(
        between.filter(one => one.sides.some(side => side.from === from)).map(one => [one.key, from]),
      ),
    })
  return (
    <section className="panel">
      <header className="file-line">
        <h2>{t('intake.conflicts', { count: conflicts.length })}</h2>
        <span className="beside">
          {between.length > 1 &&
            [...files].map(([from, label]) => (
              <Button key={from} size="small" onClick={() => allOf(from)}>
                {t('intake.all-of-file', { file: label })}
              </Button>
            ))}
          {overLedger.length > 0 && (
            <>
              <Button size="small" onClick={() => all(false)}>
                {t('intake.all-files', { count: overLedger.length })}
              </Button>
              <Button size="small" onClick={() => all(true)}>
                {t('intake.all-ledger', { count: overLedger.length })}
              </Button>
            </>
          )}
        </span>
      </header>
      <ul className="rows intake-conflicts">
        {conflicts.map(one => (
          <ConflictLine key={one.key} one={one} choose={choose} />
        ))}
      </ul>
    </section>
  )
}

function ConflictLine({ one, choose }: { one: Conflict; choose: Decide }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const pick = usePick()
  const { fields } = useVocabulary()
  const shown = (side: Conflict['sides'][number]) =>
    Object.entries(side.figures)
      .map(([id, value]) => {
        const field = fields.find(known => known.id === id)
        const text =
          field?.type === 'money' && typeof value === 'number' ? figures.money(value) : String(value)
        return `${field ? pick(field) : id} ${text}`
      })
      .join(t('text.comma'))
  return (
    <li className={one.chosen === null ? 'intake-undecided' : undefined}>
      <span>
        <b>{one.name}</b> <span className="soft">{figures.period(one.period)}</span>
      </span>
      <Radio.Group
        className="intake-sides"
        value={one.chosen}
        onChange={event => choose({ choose: { [one.key]: event.target.value } })}
        options={one.sides.map(side => ({
          value: side.from,
          label: t('intake.side', {
            from: side.from === 'ledger' ? t('intake.ledger') : side.label,
            figures: shown(side),
          }),
        }))}
      />
    </li>
  )
}
