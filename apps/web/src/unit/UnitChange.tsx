import { routes, type UnitRow } from '@guatu/contract'
import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../api/ErrorNote.tsx'
import { useApi } from '../api/use-api.ts'
import { Field } from '../setup/Field.tsx'
import type { UnitKind, Units } from './kinds.ts'
import { ReorganiseDrawer } from './ReorganiseDrawer.tsx'
import type { Wanted } from './use-reorganise.ts'

const TOP = ''

/** The form of one kind of change of a unit. */
export function UnitChange({
  kind,
  unit,
  units,
  onClose,
}: {
  kind: UnitKind
  unit: UnitRow
  units: Units
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [other, setOther] = useState<string>()
  const [projects, setProjects] = useState<readonly string[]>([])
  const [posts, setPosts] = useState<readonly string[]>([])
  const others = units.units
    .filter(one => one.closed === null && one.id !== unit.id)
    .map(one => ({ value: one.id, label: one.name }))
  const named = name.trim()
  const wanted = (): Wanted | undefined => {
    switch (kind) {
      case 'rename-unit':
        return named ? { kind, unit: unit.id, name: named } : undefined
      case 'move-unit':
        return other === undefined ? undefined : { kind, unit: unit.id, parent: other === TOP ? null : other }
      case 'merge-units':
        return other === undefined ? undefined : { kind, unit: unit.id, into: other }
      case 'split-unit':
        return named
          ? { kind, unit: unit.id, name: named, projects: [...projects], posts: [...posts] }
          : undefined
    }
  }
  return (
    <ReorganiseDrawer
      title={`${t(`reorganise.kind.${kind}`)}：${unit.name}`}
      about={t(`reorganise.means.${kind}`)}
      today={units.today}
      wanted={wanted()}
      onClose={onClose}
    >
      {(kind === 'rename-unit' || kind === 'split-unit') && (
        <Field label={t(kind === 'rename-unit' ? 'reorganise.new-name' : 'reorganise.new-unit')}>
          {id => (
            <Input id={id} maxLength={120} value={name} onChange={event => setName(event.target.value)} />
          )}
        </Field>
      )}
      {(kind === 'move-unit' || kind === 'merge-units') && (
        <Field label={t(kind === 'move-unit' ? 'reorganise.new-parent' : 'reorganise.into-unit')}>
          {id => (
            <Select
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              value={other}
              onChange={setOther}
              options={
                kind === 'move-unit' ? [{ value: TOP, label: t('reorganise.top') }, ...others] : others
              }
            />
          )}
        </Field>
      )}
      {kind === 'split-unit' && (
        <Parts unit={unit.id} projects={projects} posts={posts} onProjects={setProjects} onPosts={setPosts} />
      )}
    </ReorganiseDrawer>
  )
}

function Parts({
  unit,
  projects,
  posts,
  onProjects,
  onPosts,
}: {
  unit: string
  projects: readonly string[]
  posts: readonly string[]
  onProjects: (ids: readonly string[]) => void
  onPosts: (ids: readonly string[]) => void
}) {
  const { t } = useTranslation()
  const { data, error } = useApi(routes.getUnit, { params: { id: unit } })
  if (error) return <ErrorNote error={error} />
  if (!data) return null
  return (
    <>
      <fieldset className="parts">
        <legend>
          {t('reorganise.split-projects', { count: projects.length, all: data.projects.length })}
        </legend>
        {data.projects.length === 0 && <p className="soft">{t('reorganise.no-projects')}</p>}
        <Checkbox.Group
          value={[...projects]}
          onChange={onProjects}
          options={data.projects.map(one => ({
            value: one.id,
            label: `${one.name} · ${one.as.map(as => t(`reorganise.as.${as}`)).join(t('text.comma'))}`,
          }))}
        />
      </fieldset>
      <fieldset className="parts">
        <legend>{t('reorganise.split-posts', { count: posts.length, all: data.posts.length })}</legend>
        {data.posts.length === 0 && <p className="soft">{t('reorganise.no-posts')}</p>}
        <Checkbox.Group
          value={[...posts]}
          onChange={onPosts}
          options={data.posts.map(one => ({
            value: one.id,
            label: `${one.name} · ${t(`role.${one.role}` as 'role.reporter')}`,
          }))}
        />
      </fieldset>
    </>
  )
}
