import { routes } from '@guatu/contract'
import { Button, Dropdown, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/use-api.ts'
import { useVocabulary } from '../session/me.ts'
import { Field } from '../setup/Field.tsx'
import { amountsOf, MergeFigures, SplitParts } from './Amounts.tsx'
import { ReorganiseDrawer } from './ReorganiseDrawer.tsx'
import type { Wanted } from './use-reorganise.ts'

const KINDS = ['rename-project', 'merge-projects', 'split-project'] as const
type Kind = (typeof KINDS)[number]
type Named = { readonly id: string; readonly name: string }

/** What a dispatcher may do to a project beyond its figures. */
export function ProjectChangeButton({ project, today }: { project: Named; today: string }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<Kind>()
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: KINDS.map(key => ({ key, label: t(`reorganise.kind.${key}`), onClick: () => setKind(key) })),
        }}
      >
        <Button size="small" className="no-print">
          {t('unit.change')}
        </Button>
      </Dropdown>
      {kind && (
        <ProjectChange kind={kind} project={project} today={today} onClose={() => setKind(undefined)} />
      )}
    </>
  )
}

function ProjectChange({
  kind,
  project,
  today,
  onClose,
}: {
  kind: Kind
  project: Named
  today: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { row } = useVocabulary().currency
  const [day, setDay] = useState(today)
  const [name, setName] = useState('')
  const [into, setInto] = useState<string>()
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const own = useApi(
    routes.projectParts,
    { params: { id: project.id }, query: { day } },
    kind !== 'rename-project',
  )
  const other = useApi(
    routes.projectParts,
    { params: { id: into ?? '' }, query: { day } },
    into !== undefined,
  )
  const amounts = amountsOf(texts, row)
  const named = name.trim()
  const wanted = (): Wanted | undefined => {
    if (kind === 'rename-project') return named ? { kind, project: project.id, name: named } : undefined
    if (!own.data || !amounts) return undefined
    const figures = Object.fromEntries(
      (own.data.ended ? Object.keys(own.data.figures) : []).map(field => [field, amounts[`figure ${field}`]]),
    ) as Record<string, number>
    if (Object.values(figures).some(value => value === undefined)) return undefined
    if (kind === 'merge-projects') return into ? { kind, project: project.id, into, figures } : undefined
    if (!named) return undefined
    const plans = own.data.plans.flatMap(({ list, year }) => {
      const annualPlan = amounts[`plan ${list}`]
      return annualPlan === undefined ? [] : [{ list, annualPlan, ...(year === null ? {} : { year }) }]
    })
    const totalInvest = amounts['total-invest']
    return {
      kind,
      project: project.id,
      name: named,
      plans,
      figures,
      ...(totalInvest === undefined ? {} : { totalInvest }),
    }
  }
  const set = (key: string, text: string) => setTexts(old => ({ ...old, [key]: text }))
  return (
    <ReorganiseDrawer
      title={`${t(`reorganise.kind.${kind}`)}：${project.name}`}
      about={t(`reorganise.means.${kind}`)}
      today={today}
      wanted={wanted()}
      onDay={setDay}
      onClose={onClose}
    >
      {kind !== 'merge-projects' && (
        <Field label={t(kind === 'rename-project' ? 'reorganise.new-name' : 'reorganise.new-project')}>
          {id => (
            <Input id={id} maxLength={120} value={name} onChange={event => setName(event.target.value)} />
          )}
        </Field>
      )}
      {kind === 'merge-projects' && <PickProject not={project.id} value={into} onChange={setInto} />}
      {kind === 'merge-projects' && own.data && other.data && (
        <MergeFigures own={own.data} other={other.data} texts={texts} onText={set} />
      )}
      {kind === 'split-project' && own.data && <SplitParts own={own.data} texts={texts} onText={set} />}
    </ReorganiseDrawer>
  )
}

function PickProject({
  not,
  value,
  onChange,
}: {
  not: string
  value: string | undefined
  onChange: (id: string) => void
}) {
  const { t } = useTranslation()
  const [q, setQ] = useState('')
  const found = useApi(routes.listProjects, { query: { q, size: 20 } })
  return (
    <Field label={t('reorganise.into-project')}>
      {id => (
        <Select
          id={id}
          showSearch={{ filterOption: false, onSearch: setQ }}
          loading={found.isFetching}
          value={value}
          onChange={onChange}
          options={found.data?.rows
            .filter(row => row.id !== not)
            .map(row => ({ value: row.id, label: `${row.name} · ${row.leadUnitName}` }))}
        />
      )}
    </Field>
  )
}
