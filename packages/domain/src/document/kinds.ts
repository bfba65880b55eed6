import type { PeriodKind } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import type { SettingValues } from '../light/index.ts'
import { bulletinModel } from './bulletin.ts'
import type { DocumentInput } from './input.ts'
import { groupTitles } from './large.ts'
import type { DocumentModel } from './model.ts'
import { reportModel } from './report.ts'
import { weeklyLists, weeklyModel } from './weekly.ts'

export type DocumentFormat = 'docx' | 'xlsx' | 'pdf'

/** One kind of document. A new kind is one more row: its model says what it says, the renderers know only models. */
export interface DocumentKind {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  /** The first is the usual one. */
  readonly formats: readonly DocumentFormat[]
  /** Tables that a template may name though this month has none of them. */
  readonly tables: (scheme: Scheme, settings?: SettingValues) => readonly string[]
  /** Of which periods it speaks. */
  readonly periods: readonly PeriodKind[]
  /** The series its 文号 runs in; absent: it goes out without a number. */
  readonly series?: string
  /** How long before the as-of date the comparison stands, in days; absent: it compares with nothing. */
  readonly since?: number
  readonly model: (input: DocumentInput) => DocumentModel
}

export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  {
    id: 'bulletin',
    name: '通报',
    nameEn: 'Monthly bulletin',
    formats: ['docx', 'pdf', 'xlsx'],
    tables: (scheme, settings) => [
      '主要目标',
      '主要指标',
      '各清单进展',
      '各责任单位进展',
      '各行业进展',
      '各属地进展',
      '各单位报送情况',
      '数据更正情况',
      '亮灯项目清单',
      ...groupTitles(scheme, settings),
    ],
    periods: ['month', 'quarter', 'half', 'year'],
    series: 'document',
    model: bulletinModel,
  },
  {
    id: 'weekly-table',
    name: '周调度表',
    nameEn: 'Weekly dispatch table',
    formats: ['xlsx', 'docx', 'pdf'],
    tables: scheme => weeklyLists(scheme).map(list => list.name),
    periods: ['week'],
    since: 7,
    model: weeklyModel,
  },
  {
    id: 'special-report',
    name: '专报',
    nameEn: 'Special report',
    formats: ['docx', 'pdf', 'xlsx'],
    tables: () => ['各清单进展', '各单位报送情况'],
    periods: ['week', 'ten-days', 'half-month', 'month', 'quarter', 'half', 'year'],
    series: 'report',
    model: reportModel,
  },
]

export const documentKind = (id: string): DocumentKind | undefined =>
  DOCUMENT_KINDS.find(kind => kind.id === id)
