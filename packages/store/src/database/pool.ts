import pg from 'pg'
import { teachStatements } from './statements.ts'

const INT8 = 20
const DATE = 1082
const TIMESTAMPTZ = 1184

/** Our own reading of values, on our pool only: exact integers, days and times as text. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (format === 'binary') return pg.types.getTypeParser(oid, format)
    if (oid === INT8) return safeInteger
    if (oid === DATE) return (text: string) => text
    if (oid === TIMESTAMPTZ) return isoTime
    return pg.types.getTypeParser(oid, format)
  },
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${text}`)
  return value
}

/** `2026-01-31 08:15:00.5+00` → `2026-01-31T08:15:00.500Z`; the connection's time zone is UTC. */
function isoTime(text: string): string {
  const [, day, time, fraction = ''] = /^(\S+) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00$/.exec(text) ?? []
  if (!day) throw new RangeError(`not a time in UTC: ${text}`)
  return `${day}T${time}.${fraction.padEnd(3, '0')}Z`
}

export function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types,
    options: '-c timezone=UTC -c datestyle=ISO',
    application_name: 'guatu',
  })
  // An idle connection that the server closed is replaced at the next use; without a listener it ends the process.
  pool.on('error', () => undefined)
  pool.on('connect', teachStatements)
  return pool
}
