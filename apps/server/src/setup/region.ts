import type { routes } from '@guatu/contract'
import { ok } from '@guatu/kernel'
import type { Handler } from '../http/call.ts'

interface Region {
  readonly code: string
  readonly name: string
}

/** 市辖区 and its like stand in the list for counting, not for governing. */
const COUNTED_ONLY = new Set(['市辖区', '县', '省直辖县', '自治区直辖县'])

/** The national list of 省, 市 and 县, read when it is first asked for: only a setup needs it. */
async function regionsBelow(parent: string | undefined): Promise<Region[]> {
  const { areaList } = await import('@vant/area-data')
  const { province_list, city_list, county_list } = areaList
  const [list, prefix] =
    parent === undefined
      ? [province_list, '']
      : parent.endsWith('0000')
        ? [city_list, parent.slice(0, 2)]
        : [county_list, parent.endsWith('00') ? parent.slice(0, 4) : 'none']
  return Object.entries(list)
    .filter(([code, name]) => code.startsWith(prefix) && !COUNTED_ONLY.has(name))
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

export async function regionByCode(code: string): Promise<Region | undefined> {
  const { areaList } = await import('@vant/area-data')
  const { province_list, city_list, county_list } = areaList
  const name = county_list[code] ?? city_list[code] ?? province_list[code]
  return name === undefined ? undefined : { code, name }
}

export const setupRegions =
  (): Handler<typeof routes.setupRegions> =>
  async ({ query }) =>
    ok({ regions: await regionsBelow(query.parent) })
