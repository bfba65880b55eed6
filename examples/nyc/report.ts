import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { routes, type WarRoom } from '@guatu/contract'
import { type Day, moneyText, percentText } from '@guatu/kernel'
import type { Client } from '../../e2e/support/client.ts'

/** PIDs of the projects that the table names. */
const NAMED = ['7', '151', '170']
const CENTS_PER_MILLION = 100_000_000

/** The board at a report date as a short table of text. */
export async function boardTable(client: Client, asOf: Day): Promise<string> {
  const room = await client.call(routes.getWarRoom, { query: { asOf } })
  const { rows } = await client.call(routes.listProjects, { query: { asOf, size: 500 } })
  const colours = Object.entries(room.total.colours).map(([colour, count]) => `${colour} ${count}`)
  const named = NAMED.flatMap(code => rows.filter(row => row.code === code))
  return [
    `${room.bar.jurisdictionName} ${asOf}: ${room.total.projects} projects`,
    `  lights           ${colours.join(', ')}`,
    ...room.tiles.map(tile => `  ${tile.target.padEnd(16)} ${tileText(tile)}`),
    ...named.map(row => {
      const lights = row.lights.map(light => `${light.dimension} ${light.colour}`).join(', ')
      const budget = row.extra['budget-forecast']
      const amount = typeof budget === 'number' ? `$${moneyText(budget, 100, 2)}` : 'no budget'
      return `  PID ${row.code?.padEnd(5)}${amount}, done ${row.extra['forecast-completion'] ?? '-'}: ${lights}  ${row.name}`
    }),
  ].join('\n')
}

function tileText({ parts }: WarRoom['tiles'][number]): string {
  const [part] = parts
  if (!part?.actual) return 'not reported'
  const { n, d } = part.actual
  if (part.unit === 'minor') return `${moneyText(n, CENTS_PER_MILLION, 1)} m$`
  return part.unit === 'count' ? String(n) : `${percentText(part.actual)}% (${n}/${d})`
}

/** Writes the draft bulletin and the project table at a report date; gives the paths. */
export async function writeDocuments(client: Client, asOf: Day, folder: string): Promise<string[]> {
  const files: [typeof routes.downloadDocument | typeof routes.exportProjects, string][] = [
    [routes.downloadDocument, `nyc-bulletin-${asOf}.docx`],
    [routes.exportProjects, `nyc-projects-${asOf}.xlsx`],
  ]
  return Promise.all(
    files.map(async ([route, name]) => {
      const answer = await client.fetch(route, { query: { asOf } })
      if (!answer.ok) throw new Error(`${route.name} ${answer.status}`)
      const path = join(folder, name)
      await writeFile(path, new Uint8Array(await answer.arrayBuffer()))
      return path
    }),
  )
}
