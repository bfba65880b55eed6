import type { WarRoom } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../figure/use-figures.ts'
import { usePick } from '../language/index.ts'
import { worstColour } from '../light/glyph.ts'
import { useColourName } from '../light/Light.tsx'
import { useVocabulary } from '../session/me.ts'
import { Blocks } from './Blocks.tsx'
import { byRedShare, type Cell, type Row } from './matrix.ts'
import { useFit } from './use-fit.ts'

/** Unit by list: how many projects stand under which light. The worst units are on top; a cell opens its projects. */
export function Matrix({ room }: { room: WarRoom }) {
  const { t } = useTranslation()
  const pick = usePick()
  const vocabulary = useVocabulary()
  const colourName = useColourName()
  const figures = useFigures()
  const [all, setAll] = useState(false)
  const { box, fits } = useFit()
  const worst = worstColour(vocabulary.colours)
  const rows = byRedShare(room.matrix, worst)
  const shown = all ? rows : rows.slice(0, fits)
  const lists = room.lists
    .filter(cell => cell.projects > 0)
    .map(({ list }) => ({
      id: list,
      name: named(
        vocabulary.lists.find(one => one.id === list),
        list,
        pick,
      ),
    }))
  const split = lists.length > 1
  return (
    <section className={all ? 'panel matrix matrix-all' : 'panel matrix'}>
      <header>
        <h2>{t('matrix.title')}</h2>
        <span className="soft">{t('matrix.order', { colour: colourName(worst) })}</span>
      </header>
      <div className="table-wrap" ref={box}>
        <table className={split ? 'split' : undefined}>
          <thead>
            <tr>
              <th scope="col">{t('matrix.unit')}</th>
              <th scope="col">{t('matrix.all-lists')}</th>
              {split &&
                lists.map(list => (
                  <th scope="col" key={list.id}>
                    {list.name}
                  </th>
                ))}
            </tr>
          </thead>
          <tbody>
            <tr className="matrix-total">
              <th scope="row">{t('matrix.total')}</th>
              <MatrixCell cell={room.total} />
              {split &&
                lists.map(({ id }) => (
                  <MatrixCell key={id} cell={room.lists.find(cell => cell.list === id)} list={id} />
                ))}
            </tr>
            {shown.map(row => (
              <MatrixRow key={row.unit} row={row} lists={split ? lists.map(list => list.id) : []} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="source">
        {rows.length > shown.length && (
          <button type="button" className="plain as-link no-print" onClick={() => setAll(true)}>
            {t('matrix.more', { count: rows.length - shown.length })}
          </button>
        )}{' '}
        {t('matrix.source', { day: figures.day(room.bar.asOf), scope: room.bar.scopeName })}
      </p>
    </section>
  )
}

const named = <T extends { name: string; nameEn: string }>(
  one: T | undefined,
  id: string,
  pick: (both: T) => string,
) => (one ? pick(one) : id)

function MatrixRow({ row, lists }: { row: Row; lists: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <MatrixCell cell={row.total} unit={row.unit} />
      {lists.map(list => (
        <MatrixCell
          key={list}
          cell={row.cells.find(cell => cell.list === list)}
          unit={row.unit}
          list={list}
        />
      ))}
    </tr>
  )
}

function MatrixCell({ cell, unit, list }: { cell: Cell | undefined; unit?: string; list?: string }) {
  if (!cell || cell.projects === 0) return <td className="empty" />
  return (
    <td>
      <Link to="/projects" search={{ unit, list }}>
        <Blocks cell={cell} />
      </Link>
    </td>
  )
}
