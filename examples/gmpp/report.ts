import { routes } from '@guatu/contract'
import { type Day, moneyText, percentText } from '@guatu/kernel'
import type { Client } from '../../e2e/support/client.ts'

const PENCE_PER_BILLION = 100_000_000_000

/** The board at the end of a year as a short table of text. */
export async function boardTable(client: Client, asOf: Day): Promise<string> {
  const room = await client.call(routes.getWarRoom, { query: { asOf } })
  const colours = Object.entries(room.total.colours).map(([colour, count]) => `${colour} ${count}`)
  return [
    `${room.bar.jurisdictionName} ${asOf}: ${room.total.projects} projects`,
    `  worst light      ${colours.join(', ')}`,
    ...room.tiles.map(({ target, parts: [part] }) => {
      const actual = part?.actual
      if (!actual) return `  ${target.padEnd(16)} not reported`
      if (part.unit === 'minor')
        return `  ${target.padEnd(16)} £${moneyText(actual.n, PENCE_PER_BILLION, 1)} bn`
      return `  ${target.padEnd(16)} ${part.unit === 'count' ? actual.n : `${percentText(actual)}%`}`
    }),
  ].join('\n')
}
