import { ERRORS, type ErrorCode } from '@guatu/contract'
import { err, type Fault, type Result } from '@guatu/kernel'
import type { Failure } from '../http/failure.ts'

/** The domain's fault as the contract says it. Throws on a code that the contract does not know: a bug. */
export function refuseFault({ code, params }: Fault): Result<never, Failure> {
  if (!Object.hasOwn(ERRORS, code)) throw new Error(`fault without a message: ${code}`)
  return err({ code: code as ErrorCode, params })
}
