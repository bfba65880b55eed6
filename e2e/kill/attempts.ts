import { routes } from '@guatu/contract'
import type { Client } from '../support/client.ts'
import type { Attempt, Round } from './rounds.ts'

const PERIOD = '2020-05'
/** A figure in 元 that no other round writes. */
const yuanOf = (round: number, index: number) => 10_000_000 + round * 1_000 + index

/** A file with every project of the demo county, one new figure each. */
export function importAttempt(): Attempt {
  let names: string[] = []
  let id = ''
  const invested = async (client: Client) => {
    const { rows } = await client.call(routes.listProjects, { query: { size: 500, sort: 'name' } })
    return new Map(rows.map(row => [row.name, row.invested]))
  }
  return {
    async prepare(client, round) {
      names = [...(await invested(client)).keys()]
      const lines = names.map((name, index) => `${name},${yuanOf(round, index)}`)
      const csv = ['项目名称,本年累计完成投资（元）', ...lines].join('\n')
      const file = new File([csv], `第${round}轮.csv`, { type: 'text/csv' })
      const preview = await client.call(routes.uploadImport, { file })
      const decided = await client.call(routes.decideImport, {
        params: { id: preview.id },
        body: { period: PERIOD, list: 'key', figuresAre: 'cumulative' },
      })
      if (!decided.canCommit)
        throw new Error(`the file cannot be imported: ${JSON.stringify(decided.counts)}`)
      id = decided.id
    },
    async write(client) {
      await client.call(routes.commitImport, { params: { id }, body: {} })
    },
    async look(client, round) {
      const now = await invested(client)
      const there = names.filter((name, index) => now.get(name) === yuanOf(round, index) * 100).length
      return allOrNothing(there, names.length)
    },
  }
}

/** One return of one project; afterwards the same request again must not write twice. */
export function returnAttempt(project: string): Attempt {
  let seen = 0
  let key = ''
  const figures = (round: number) => ({ 'invest-ytd': yuanOf(round, 0) * 100, progress: `第${round}轮` })
  const page = (client: Client) => client.call(routes.getProject, { params: { id: project } })
  const send = (client: Client, round: number) =>
    client.call(routes.saveReturn, {
      body: { project, period: PERIOD, figures: figures(round), reason: '核对更正', seen, key },
    })
  return {
    async prepare(client, round) {
      seen = Math.max(0, ...(await page(client)).trail.map(entry => entry.seq))
      key = `kill-round-${round}-${seen}`
    },
    async write(client, round) {
      await send(client, round)
    },
    async look(client, round) {
      const wanted = figures(round)
      const before = (await page(client)).returns.find(one => one.period === PERIOD)?.figures ?? {}
      const there = Object.entries(wanted).filter(([field, value]) => before[field] === value).length
      await send(client, round)
      const entries = (await page(client)).trail.filter(entry => entry.figures.progress === wanted.progress)
      if (entries.length !== 1) throw new Error(`round ${round} was written ${entries.length} times`)
      return allOrNothing(there, Object.keys(wanted).length)
    },
  }
}

const allOrNothing = (there: number, all: number): Round['written'] =>
  there === all ? 'all' : there === 0 ? 'nothing' : 'part'
