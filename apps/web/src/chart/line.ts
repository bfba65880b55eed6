/** A line chart as plain data; values are already in the unit of the axis. */
export interface LineChartData {
  readonly title: string
  readonly source: string
  readonly unit: string
  readonly decimals: number
  readonly categories: readonly string[]
  readonly lines: readonly {
    readonly kind: 'plan' | 'actual' | 'before' | 'other'
    readonly name: string
    readonly values: readonly (number | null)[]
  }[]
  /** Index of the category in which "now" lies; -1 for none. */
  readonly now: number
  readonly nowLabel: string
}

export const LINE_STYLES = {
  plan: { color: '#55616e', width: 2, type: 'dashed' },
  actual: { color: '#1f4e79', width: 3, type: 'solid' },
  before: { color: '#aab4bf', width: 2, type: 'solid' },
  other: { color: '#7a8794', width: 2, type: 'dotted' },
} as const
