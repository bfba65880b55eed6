import { routes, type UnitRow } from '@guatu/contract'
import { Button, Dropdown, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { useDays } from '../figure/use-days.ts'
import { useMay } from '../session/me.ts'
import { Waiting } from '../shell/Waiting.tsx'
import { UNIT_KINDS, type UnitKind, type Units } from './kinds.ts'
import { Records } from './Records.tsx'
import { placed } from './tree.ts'
import { UnitChange } from './UnitChange.tsx'
import './unit.css'

/** The tree that everything hangs on, with what may be done to each unit, and what was done. */
export function UnitsPage() {
  const { t } = useTranslation()
  const query = useApi(routes.listUnits)
  const changes = useMay(routes.saveReorganisation.name)
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<{ kind: UnitKind; unit: UnitRow }>()
  return (
    <div className="page">
      <main className="people">
        {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
        {query.isPending && <Waiting />}
        {query.data && (
          <section className="panel" aria-label={t('unit.title')}>
            <header>
              <h1>{t('unit.title')}</h1>
              <span className="soft">{t('unit.about')}</span>
            </header>
            <Input
              allowClear
              className="unit-search"
              aria-label={t('unit.search')}
              placeholder={t('unit.search')}
              value={text}
              onChange={event => setText(event.target.value)}
            />
            {query.data.units.length === 0 ? (
              <p className="soft">{t('unit.none')}</p>
            ) : (
              <Tree units={query.data} text={text} onAsk={changes ? setAsked : undefined} />
            )}
          </section>
        )}
        {changes && <Records />}
        {asked && query.data && (
          <UnitChange {...asked} units={query.data} onClose={() => setAsked(undefined)} />
        )}
      </main>
    </div>
  )
}

function Tree({
  units,
  text,
  onAsk,
}: {
  units: Units
  text: string
  onAsk: ((asked: { kind: UnitKind; unit: UnitRow }) => void) | undefined
}) {
  const { t } = useTranslation()
  const rows = placed(units.units).filter(({ unit }) =>
    [unit.name, ...unit.aliases].some(name => name.includes(text.trim())),
  )
  if (rows.length === 0) return <p className="soft">{t('unit.none-found')}</p>
  return (
    <div className="table-wrap">
      <table className="grid units">
        <thead>
          <tr>
            <th scope="col">{t('unit.name')}</th>
            <th scope="col">{t('unit.kind')}</th>
            <th scope="col" className="number">
              {t('unit.projects')}
            </th>
            <th scope="col" className="number">
              {t('unit.posts')}
            </th>
            <th scope="col">{t('person.deeds')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unit, depth }) => (
            <UnitLine key={unit.id} unit={unit} depth={depth} units={units} onAsk={onAsk} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function UnitLine({
  unit,
  depth,
  units,
  onAsk,
}: {
  unit: UnitRow
  depth: number
  units: Units
  onAsk: ((asked: { kind: UnitKind; unit: UnitRow }) => void) | undefined
}) {
  const { t } = useTranslation()
  const days = useDays()
  const into = units.units.find(one => one.id === unit.closed?.into)?.name
  return (
    <tr className={unit.closed ? 'unit-closed' : undefined}>
      <th scope="row" style={{ paddingLeft: `${8 + depth * 20}px` }}>
        {unit.name}
        {unit.aliases.length > 0 && (
          <small className="nd">{t('unit.aliases', { names: unit.aliases.join('、') })}</small>
        )}
      </th>
      <td>{t(`unit.kind.${unit.kind}`)}</td>
      <td className="number">{unit.projects ?? '—'}</td>
      <td className="number">{unit.posts}</td>
      <td>
        {unit.closed ? (
          <span className="soft">
            {into
              ? t('unit.closed-into', { day: days.day(unit.closed.day), into })
              : t('unit.closed', { day: days.day(unit.closed.day) })}
          </span>
        ) : (
          onAsk && (
            <Dropdown
              trigger={['click']}
              menu={{
                items: UNIT_KINDS.map(kind => ({
                  key: kind,
                  label: t(`reorganise.kind.${kind}`),
                  onClick: () => onAsk({ kind, unit }),
                })),
              }}
            >
              <Button size="small" aria-label={t('unit.change-of', { name: unit.name })}>
                {t('unit.change')}
              </Button>
            </Dropdown>
          )
        )}
      </td>
    </tr>
  )
}
