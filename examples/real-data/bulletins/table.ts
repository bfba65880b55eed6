import { markdownTable } from '../markdown.ts'
import { causeOf } from './causes.ts'
import { type Check, checkRow, KINDS, VERDICTS } from './check.ts'
import { decimalsOf, isTie, rounded } from './printed.ts'
import type { BulletinRow } from './row.ts'

const NAMES = { completion: '完成率 rate', gap: '与序时差 gap, pp', start: '开工率 start rate' } as const

/** Counts, then every figure that is not simply as printed. */
export function bulletinsReport(rows: readonly BulletinRow[]): string {
  const checks = rows.flatMap(checkRow)
  const checkable = checks.filter(check => check.exact)
  const lines = new Set(checkable.map(check => check.row.line))
  const ties = checkable.filter(({ exact, printed }) => exact && isTie(exact, decimalsOf(printed))).length
  const count = (test: (check: Check) => boolean) => String(checks.filter(test).length)
  return [
    `${rows.length} rows, ${checks.length} published rates, gaps and start rates; ${checkable.length} of them in ${lines.size} rows can be recomputed from their own row. Exact values that lie on a half: ${ties}.`,
    markdownTable(
      ['', ...VERDICTS],
      [
        ...KINDS.map(kind => [
          NAMES[kind],
          ...VERDICTS.map(verdict => count(check => check.kind === kind && check.verdict === verdict)),
        ]),
        ['all', ...VERDICTS.map(verdict => count(check => check.verdict === verdict))],
      ],
    ),
    '**differs**',
    details(checks.filter(check => check.verdict === 'differs')),
    '**truncated**: cut off after the printed place instead of rounded',
    details(checks.filter(check => check.verdict === 'truncated')),
    '**within-inputs**: other than the printed amounts give, yet possible before they were rounded',
    details(checks.filter(check => check.verdict === 'within-inputs')),
  ].join('\n\n')
}

function details(checks: readonly Check[]): string {
  const told = checks.map(check => {
    const { row, kind, printed, exact, inputs } = check
    const decimals = decimalsOf(printed) + 2
    const text = (value: typeof exact) => (value ? rounded(value, decimals) : '')
    const cause = causeOf(check)
    return [
      String(row.line),
      `${row.place} ${row.year || '—'} 1–${row.toMonth}月`,
      row.group === '全部' ? row.list : `${row.list} ${row.group}`,
      NAMES[kind],
      printed,
      text(exact),
      inputs ? `${text(inputs.low)} … ${text(inputs.high)}` : '',
      ...(cause ? [`${cause.kind}: ${cause.zh} ${cause.en}`] : []),
    ]
  })
  const head = ['line', 'place, period', 'list', 'figure', 'printed', 'exact', 'inputs allow']
  return markdownTable(told.some(row => row.length > head.length) ? [...head, 'why'] : head, told)
}
