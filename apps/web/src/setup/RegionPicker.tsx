import { routes } from '@guatu/contract'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/use-api.ts'
import { Field } from './Field.tsx'

export interface Region {
  readonly code: string
  readonly name: string
}

const LEVELS = ['province', 'city', 'county'] as const

/** 省, 市, 县 one after the other; stopping at any of them picks that one. */
export function RegionPicker({
  path,
  onPick,
}: {
  path: readonly Region[]
  onPick: (path: readonly Region[]) => void
}) {
  return (
    <div className="region">
      {LEVELS.map((level, at) => (
        <Level
          key={`${level} ${path[at - 1]?.code ?? ''}`}
          level={level}
          parent={path[at - 1]?.code}
          picked={path[at]}
          onPick={region => onPick(region ? [...path.slice(0, at), region] : path.slice(0, at))}
        />
      ))}
    </div>
  )
}

function Level({
  level,
  parent,
  picked,
  onPick,
}: {
  level: (typeof LEVELS)[number]
  parent: string | undefined
  picked: Region | undefined
  onPick: (region: Region | undefined) => void
}) {
  const { t } = useTranslation()
  const open = level === 'province' || parent !== undefined
  const { data } = useApi(routes.setupRegions, { query: { parent } }, open)
  const regions = (open && data?.regions) || []
  return (
    <Field label={t(`setup.region.${level}`)}>
      {id => (
        <Select
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={level !== 'province'}
          disabled={!open || regions.length === 0}
          placeholder={t('setup.region.choose')}
          value={picked?.code}
          options={regions.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(code: string | undefined) => onPick(regions.find(one => one.code === code))}
        />
      )}
    </Field>
  )
}
