import { routes } from '@guatu/contract'
import { useSearch } from '@tanstack/react-router'
import { useApi } from '../api/use-api.ts'
import { useMay } from '../session/me.ts'
import { Page } from '../shell/Page.tsx'
import { PastNote } from '../time/PastNote.tsx'
import { timesOf, useWhen } from '../time/when.ts'
import { Choice } from './Choice.tsx'
import { type Chosen, type Documents, isOf } from './data.ts'
import { IssuedList } from './IssuedList.tsx'
import { Sheet } from './Sheet.tsx'
import { TemplatePanel } from './TemplatePanel.tsx'
import './document.css'

/** Documents of a period: looked at, taken along, issued with a number, and what went out. */
export function DocumentsPage() {
  const when = useWhen()
  const query = useApi(routes.listDocuments, { query: timesOf(when) })
  return (
    <Page query={query} className="documents">
      {data => <Shown data={data} />}
    </Page>
  )
}

function Shown({ data }: { data: Documents }) {
  const { past } = useWhen()
  const chosen = useSearch({ from: '/bulletin' }) as Chosen
  const issues = useMay(routes.issueDocument.name) && !past
  const [usual] = data.kinds
  const kind = data.kinds.find(one => one.id === chosen.kind) ?? usual
  if (!kind) return null
  const period = data.periods.find(one => one.period === chosen.period && isOf(kind, one.period))
  return (
    <>
      <PastNote />
      <Choice data={data} kind={kind} period={period?.period} />
      <div className="documents-body">
        <Sheet key={`${kind.id} ${period?.period}`} kind={kind} period={period} issues={issues} />
        <aside className="documents-side no-print">
          <IssuedList data={data} period={period?.period} />
          {issues && <TemplatePanel data={data} kind={kind} />}
        </aside>
      </div>
    </>
  )
}
