import type { ReorganiseState } from '@guatu/domain'
import { latestDays, posts, readFacts, type ScopedTx } from '@guatu/store'
import type { App } from '../app.ts'
import { schemeAt } from '../moment/scheme.ts'
import { todayOf } from '../moment/today.ts'
import type { Session } from '../session/session.ts'
import { returnPeriod } from '../session/vocabulary.ts'

/** The whole jurisdiction as it stands today. */
export async function reorganiseState(app: App, tx: ScopedTx, session: Session): Promise<ReorganiseState> {
  const today = await todayOf(tx, session.jurisdiction, app.now())
  const { scheme } = await schemeAt(tx, { asOf: today })
  return {
    facts: await readFacts(tx, { asOf: today }),
    posts: await posts(tx),
    scheme,
    today,
    returnPeriod: returnPeriod(scheme),
    latest: await latestDays(tx),
  }
}
