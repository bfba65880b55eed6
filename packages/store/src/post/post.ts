import type { Day } from '@guatu/kernel'
import { sql } from 'kysely'
import { factsInForce } from '../facts/in-force.ts'
import type { NewFact } from '../ledger/new.ts'
import type { ScopedTx } from '../scope/scope.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly phone?: string
}

/** What a person is in one unit; a person can hold several. */
export interface Post {
  readonly id: string
  readonly person: string
  readonly unit: string
  /** `dispatcher`, `reporter`, …: what it may do is not decided here. */
  readonly role: string
  /** 单位负责人. */
  readonly head?: boolean
}

export function personFact({ id, ...body }: Person, effectiveFrom: Day): NewFact {
  return { word: 'person', subject: id, effectiveFrom, body }
}

export function postFact({ id, ...body }: Post, effectiveFrom: Day): NewFact {
  return { word: 'post', subject: id, effectiveFrom, body }
}

/** As they stand now, by id; of one person if given. */
export async function posts(tx: ScopedTx, person?: string): Promise<Post[]> {
  const rows = await tx.db
    .selectFrom('post')
    .select(['id', 'body'])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('removed', '=', false)
    .$if(person !== undefined, query => query.where('person_id', '=', person ?? null))
    .orderBy('id')
    .execute()
  return rows.map(({ id, body }) => ({ ...body, id }) as Post)
}

const LAST_DAY: Day = '9999-12-31'

/** As they stand now, by id. */
export async function persons(tx: ScopedTx): Promise<Person[]> {
  const facts = await factsInForce(tx, ['person'], { asOf: LAST_DAY })
  return facts.map(({ subject, body }) => ({ ...body, id: subject }) as Person)
}

/** What people are called, by their ids. */
export async function personNames(tx: ScopedTx): Promise<ReadonlyMap<string, string>> {
  return new Map((await persons(tx)).map(one => [one.id, one.name]))
}

/** Which roles are held in which units now. */
export async function rolesHeld(tx: ScopedTx): Promise<{ readonly unit: string; readonly role: string }[]> {
  const { rows } = await sql<{ unit: string; role: string }>`
    select distinct body ->> 'unit' as unit, body ->> 'role' as role from post
    where jurisdiction_id = ${tx.scope.jurisdiction} and not removed`.execute(tx.db)
  return rows
}
