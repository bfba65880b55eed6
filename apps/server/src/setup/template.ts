import type { routes } from '@guatu/contract'
import { writeProjectTemplate, writeReturnTemplate, writeRosterTemplate } from '@guatu/documents'
import { type Day, monthNumber, must, ok, yearOf } from '@guatu/kernel'
import { accountStates, readFacts, readScope, type ScopedTx, withIdentity } from '@guatu/store'
import type { App } from '../app.ts'
import type { Handler } from '../http/call.ts'
import { schemeAt } from '../moment/scheme.ts'
import { todayOf } from '../moment/today.ts'
import { lastMonth } from './first-steps.ts'
import { holdingOf } from './roster.ts'
import type { Holding } from './roster-plan.ts'
import { kindWord, roleWord, WORDS } from './words.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const getTemplate =
  (app: App): Handler<typeof routes.getTemplate> =>
  async ({ params, session }) => {
    const accounts = await withIdentity(app.database, accountStates)
    return readScope(app.database, session.scope, async tx => {
      const today = await todayOf(tx, session.jurisdiction, app.now())
      const { name } = session.jurisdiction
      switch (params.kind) {
        case 'roster':
          return file(
            `${name}单位和人员`,
            await writeRosterTemplate(rosterRows(await holdingOf(tx, accounts))),
          )
        case 'projects':
          return file(`${name}项目清单`, await projects(tx, today))
        case 'returns':
          return file(`${name}${monthName(lastMonth(today))}报送`, await returns(tx, today))
      }
    })
  }

const file = (name: string, bytes: Uint8Array) => ok({ bytes, fileName: `${name}.xlsx`, mediaType: XLSX })

/** 2026-05 → 2026年5月 */
const monthName = (month: string) => `${yearOf(month)}年${monthNumber(month)}月`

function rosterRows({ units, persons, posts, logins }: Holding): Parameters<typeof writeRosterTemplate>[0] {
  const unitName = new Map(units.map(unit => [unit.id, unit.name]))
  const people = new Map(persons.map(person => [person.id, person]))
  const loginOf = new Map([...logins].map(([login, person]) => [person, login]))
  return {
    words: WORDS,
    units: units.map(unit => ({
      name: unit.name,
      kind: kindWord(unit.kind),
      parent: (unit.parent && unitName.get(unit.parent)) ?? '',
      aliases: (unit.aliases ?? []).join('、'),
    })),
    posts: posts.map(post => ({
      person: people.get(post.person)?.name ?? post.person,
      login: loginOf.get(post.person) ?? '',
      unit: unitName.get(post.unit) ?? post.unit,
      role: roleWord(post.role),
      phone: people.get(post.person)?.phone ?? '',
    })),
  }
}

async function projects(tx: ScopedTx, today: Day): Promise<Uint8Array> {
  const { scheme } = await schemeAt(tx, { asOf: today })
  const facts = await readFacts(tx, { asOf: today })
  const year = scheme.lists.find(list => list.year !== undefined)?.year ?? yearOf(today)
  const units = facts.units.filter(unit => unit.kind !== 'enterprise').map(unit => unit.name)
  return writeProjectTemplate({ lists: scheme.lists.map(list => list.name), units, year })
}

/** All projects of the jurisdiction, so that one file goes round or is cut up by unit. */
async function returns(tx: ScopedTx, today: Day): Promise<Uint8Array> {
  const facts = await readFacts(tx, { asOf: today })
  const unitName = new Map(facts.units.map(unit => [unit.id, unit.name]))
  return writeReturnTemplate({
    period: monthName(lastMonth(today)),
    projects: facts.projects.map(({ name, code, leadUnit }) => ({
      name,
      code: code ?? '',
      unit: leadUnit === undefined ? '' : must(unitName.get(leadUnit) ?? leadUnit, 'a unit'),
    })),
  })
}
