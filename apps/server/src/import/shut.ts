import type { ChangeRefused, ImportFinding, ImportPlan } from '@guatu/domain'
import type { Failure } from '../http/failure.ts'
import { changeFailure } from '../return/may-change.ts'
import { writesSomething } from './preview.ts'

/** Holds each of the codes, none else. */
const SHUT: Readonly<Record<ChangeRefused['code'], true>> = {
  'return.frozen': true,
  'return.locked': true,
  'return.not-open': true,
  'return.wrong-state': true,
}

const isShut = (finding: ImportFinding): finding is ImportFinding & ChangeRefused => finding.code in SHUT

/** Where nothing of a file can be written because its periods take no figures from this post: why not. */
export function shutAgainst(plan: ImportPlan): Failure | undefined {
  if (writesSomething({ plan })) return undefined
  const refused = plan.rows.flatMap(row => row.findings).find(isShut)
  return refused && changeFailure(refused)
}
