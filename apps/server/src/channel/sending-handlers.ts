import type { routes, SendHoursSaid } from '@guatu/contract'
import { clockText, hoursText, readHours, type SendHours } from '@guatu/domain'
import { ok } from '@guatu/kernel'
import { appendBatch, type NewFact, personNames, readScope } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { decide } from '../http/decide.ts'
import { refuse } from '../http/failure.ts'
import { todayOf } from '../moment/today.ts'
import { wholeScope } from '../person/people.ts'
import { SEND_NAMES, type Sending, type SendName, sendingOf } from './sending.ts'

export const getSending =
  (app: App): Handler<typeof routes.getSending> =>
  ({ session }) =>
    readScope(app.database, wholeScope(session), async tx => {
      const sending = await sendingOf(tx, session.jurisdiction, app.now())
      const names = await personNames(tx)
      const { usual, urgent, urgentKinds } = sending.settings
      const source = (name: SendName) => {
        const said = sending.said.get(SEND_NAMES[name])
        return said ? { by: names.get(said.by) ?? said.by, at: said.at } : null
      }
      return ok({
        timeZone: sending.timeZone,
        usual: { value: saidHours(usual), source: source('usual') },
        urgent: { value: saidHours(urgent), source: source('urgent') },
        urgentKinds: { value: [...urgentKinds], source: source('urgentKinds') },
        keepDays: { value: sending.keepDays, source: source('keepDays') },
      })
    })

const saidHours = ({ from, to, days }: SendHours): SendHoursSaid => ({
  from: clockText(from),
  to: clockText(to),
  days,
})

const textOf = ({ from, to, days }: SendHoursSaid) => `${from}-${to}/${days}`

export const saveSending =
  (app: App): Handler<typeof routes.saveSending> =>
  ({ body, session }) =>
    decide(app.database, wholeScope(session), async tx => {
      const [usual, urgent] = [textOf(body.usual), textOf(body.urgent)]
      if (!readHours(usual) || !readHours(urgent)) return refuse('channel.hours-empty')
      const before = textsOf(await sendingOf(tx, session.jurisdiction, app.now()))
      const today = await todayOf(tx, session.jurisdiction, app.now())
      const { urgentKinds, keepDays } = body
      const after = { usual, urgent, urgentKinds: urgentKinds.join(','), keepDays: String(keepDays) }
      const names = Object.keys(SEND_NAMES) as SendName[]
      const facts = names
        .filter(name => after[name] !== before[name])
        .map(
          (name): NewFact => ({
            word: 'setting',
            subject: SEND_NAMES[name],
            effectiveFrom: today,
            body: { value: after[name] },
          }),
        )
      if (facts.length > 0) await appendBatch(tx, { facts })
      return ok({})
    })

const textsOf = ({ settings, keepDays }: Sending): Record<SendName, string> => ({
  usual: hoursText(settings.usual),
  urgent: hoursText(settings.urgent),
  urgentKinds: settings.urgentKinds.join(','),
  keepDays: String(keepDays),
})
