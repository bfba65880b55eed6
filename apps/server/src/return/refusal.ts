import type { AskedReturn, PassedWarning, ReturnFinding, ReturnState } from '@guatu/domain'
import type { Fault, Result } from '@guatu/kernel'
import { type Failure, refuse } from '../http/failure.ts'

export const STATE_ZH: Readonly<Record<string, string>> = {
  open: '未报',
  submitted: '已报待审',
  returned: '退回',
  accepted: '已接收',
  frozen: '已冻结',
}

/** What the core refused, in the words of the contract. */
export function refusalOf(
  { code, params }: Fault,
  { period, opens, locks }: Pick<AskedReturn, 'period'> & Partial<AskedReturn>,
  state: ReturnState | undefined,
  findings: readonly ReturnFinding[] = [],
  passed: readonly PassedWarning[] = [],
): Result<never, Failure> {
  switch (code) {
    case 'return.not-yours':
      return refuse('return.not-yours')
    case 'return.not-here':
    case 'return.passed-on':
    case 'return.wrong-state':
      return refuse('return.wrong-state', { state: STATE_ZH[state?.state ?? 'open'] ?? '' })
    case 'return.frozen':
      return refuse('period.closed', { period })
    case 'return.not-open':
      return refuse('return.not-open', { period, opens: opens ?? '' })
    case 'return.locked':
      return refuse('return.locked', { period, locks: locks ?? '' })
    case 'return.not-asked':
      return refuse('return.not-asked', { project: params?.project ?? '' })
    case 'return.incomplete':
      return refuse('return.incomplete', { count: params?.count ?? 0 })
    case 'return.reason-needed':
      return refuse('return.reason-needed')
    case 'return.check-failed':
      return refuse('return.check-failed', { count: findings.filter(one => one.severity === 'error').length })
    case 'return.reason-missing': {
      const open = findings.filter(one => one.severity === 'warning' && !explained(one, passed)).length
      return open > 0
        ? refuse('return.warning-unexplained', { count: open })
        : refuse('return.reason-missing')
    }
  }
  throw new Error(`no words for ${code}`)
}

const explained = ({ check, project, field }: ReturnFinding, passed: readonly PassedWarning[]) =>
  passed.some(one => one.check === check && one.project === project && one.field === field)
