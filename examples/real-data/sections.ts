import { join } from 'node:path'
import { booksReport } from './books.ts'
import { readBulletins } from './bulletins/row.ts'
import { bulletinsReport } from './bulletins/table.ts'
import { ratingsReport } from './ratings.ts'

/** What the document keeps, by the name of its section. */
export async function sections(root: string, data: string): Promise<Record<string, string>> {
  return {
    bulletins: bulletinsReport(readBulletins(join(data, 'cn-bulletins'))),
    books: await booksReport(join(data, 'messy-xlsx')),
    ratings: await ratingsReport(root, join(data, 'timeseries')),
  }
}
