// A page with nothing but the grid, for tests and measurements: ?rows=500&columns=20&form=phone; many rows are asked by
// the whole catalogue of checks
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { placeOf } from '../../keep/draft.ts'
import type { Answer } from '../../keep/queue.ts'
import { UnsentNote } from '../../keep/UnsentNote.tsx'
import { useDraft } from '../../keep/use-draft.ts'
import { useUnsent } from '../../keep/use-unsent.ts'
import { startLanguage } from '../../language/index.ts'
import type { FilledRow, Finding } from '../findings.ts'
import type { GridColumn, GridRow, TypedCells } from '../model/cell.ts'
import { PhoneReturn } from '../PhoneReturn.tsx'
import { ReturnGrid } from '../ReturnGrid.tsx'
import { useGrid } from '../use-grid.ts'
import { COLUMNS, ROWS, WAN } from './grid.ts'
import { checkMany, columnsOf, rowsOf } from './many.ts'
import '../../styles/base.css'

const asked = new URLSearchParams(location.search)
const size = { rows: Number(asked.get('rows') ?? 0), columns: Number(asked.get('columns') ?? 0) }
const columns: readonly GridColumn[] = size.columns ? columnsOf(size.columns) : COLUMNS
const rows: readonly GridRow[] = size.rows ? rowsOf(size.rows) : ROWS
const CHANGED = { code: 'return.changed-meanwhile', zh: '别人改过这份报表。', en: 'Changed meanwhile.' }
const KEY = { account: 'zhang', unit: 'housing', period: '2023-05' }

/** Two checks that stand for a catalogue: nothing falls, nothing is below zero. */
function checkFew(filled: readonly FilledRow[]): Finding[] {
  return filled.flatMap(({ project, figures, known }) =>
    Object.entries(figures).flatMap(([field, value]): Finding[] => {
      const last = known[field]?.last
      if (typeof value !== 'number') return []
      if (value < 0)
        return [
          {
            check: 'negative',
            severity: 'error',
            project,
            field,
            message: { zh: '不能小于0', en: 'below 0' },
          },
        ]
      return typeof last === 'number' && value < last
        ? [
            {
              check: 'falls',
              severity: 'warning',
              project,
              field,
              message: { zh: '累计数比上期少', en: 'falls' },
              needsReason: true,
            },
          ]
        : []
    }),
  )
}

const check = size.rows ? checkMany(size.rows) : checkFew

async function send(): Promise<Answer> {
  const response = await fetch('/submit', { method: 'POST' })
  if (response.ok) return { kind: 'taken' }
  return response.status === 409 ? { kind: 'conflict', ...CHANGED } : { kind: 'offline' }
}

function Page() {
  const draft = useDraft<TypedCells>(placeOf(KEY.account, KEY.unit, KEY.period))
  return draft.kept === undefined ? null : <Form draft={draft} typed={draft.kept ?? {}} />
}

function Form({ draft, typed }: { draft: ReturnType<typeof useDraft<TypedCells>>; typed: TypedCells }) {
  const [photos, setPhotos] = useState<readonly { project: string; name: string; address: string }[]>([])
  const grid = useGrid({ columns, rows, money: WAN, year: 2023, typed, check, onChange: draft.save })
  const unsent = useUnsent(KEY.account, { submission: send, photo: send })
  return (
    <main>
      <UnsentNote
        returns={unsent.returns}
        photos={unsent.photos}
        why={unsent.why}
        nameOf={one => `${one.unit} ${one.period}`}
        decide={(key, how) => void unsent.decide(key, how)}
        retry={() => void unsent.flush()}
      />
      {asked.get('form') === 'phone' ? (
        <PhoneReturn
          grid={grid}
          onPhotos={(project, files) =>
            setPhotos([
              ...photos,
              ...files.map(file => ({ project, name: file.name, address: URL.createObjectURL(file) })),
            ])
          }
          waiting={project =>
            photos
              .filter(one => one.project === project)
              .map(one => <img key={one.address} src={one.address} alt={one.name} />)
          }
        />
      ) : (
        <ReturnGrid grid={grid} label="报送" />
      )}
      <output>{photos.map(one => `${one.project} ${one.name}`).join(', ')}</output>
      <button type="button" onClick={() => void unsent.submit(KEY, grid.state.typed)}>
        送出
      </button>
    </main>
  )
}

const root = document.querySelector('#root')
if (!root) throw new Error('the page has no root')
await startLanguage()
createRoot(root).render(<Page />)
