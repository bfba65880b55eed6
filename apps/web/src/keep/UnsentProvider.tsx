import { type Body, routes } from '@guatu/contract'
import { createContext, type ReactNode, use } from 'react'
import { call } from '../api/client.ts'
import { queries, refresh } from '../api/use-api.ts'
import { useMe } from '../session/me.ts'
import { answerOf } from './answer.ts'
import { dropSent } from './sent.ts'
import { useLeaving } from './use-leaving.ts'
import { type Senders, useUnsent } from './use-unsent.ts'

export type Submission = Omit<Body<typeof routes.submitReturn>, 'key'>
type UnsentReturns = ReturnType<typeof useUnsent<Submission>>

const Context = createContext<UnsentReturns | null>(null)

/** What waits on this device goes out from whatever page is open, as soon as the server is reached. */
export function UnsentProvider({ children }: { children: ReactNode }) {
  const { account } = useMe()
  const unsent = useUnsent(account, SENDERS)
  useLeaving(unsent.count.waiting + unsent.count.held > 0)
  return <Context value={unsent}>{children}</Context>
}

export function useUnsentReturns(): UnsentReturns {
  const unsent = use(Context)
  if (!unsent) throw new Error('nothing around this page sends what waits')
  return unsent
}

const SENDERS: Senders<Submission> = {
  async submission(unsent) {
    const { key, unit, period, body } = unsent
    try {
      await call(routes.submitReturn, { params: { unit, period }, body: { ...body, key } })
    } catch (error) {
      return answerOf(error)
    }
    await dropSent(unsent)
    void refresh()
    return { kind: 'taken' }
  },
  async photo({ project, period, name, type }, bytes) {
    try {
      const file = new File([bytes], name, { type })
      await call(routes.addEvidence, { params: { project, period }, file })
    } catch (error) {
      return answerOf(error)
    }
    await lookAnew()
    return { kind: 'taken' }
  },
}

/** A first answer that is still under way would not have the photo yet, and would pass for a fresh one. */
async function lookAnew(): Promise<void> {
  const queryKey = [routes.getReturn.name]
  await queries.cancelQueries({ queryKey })
  void queries.invalidateQueries({ queryKey })
}
