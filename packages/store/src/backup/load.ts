import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { type CopyStreamQuery, from } from 'pg-copy-streams'
import { columnList, quoted, type StoredTable } from './catalog.ts'
import { BackupRefused } from './refused.ts'

/** Loads the parts of tables in the order of the backup, each table by one COPY. */
export class Loader {
  readonly #client: ClientBase
  readonly #tables: ReadonlyMap<string, StoredTable>
  #table = ''
  #copy: CopyStreamQuery | undefined
  #failed: Error | undefined

  constructor(client: ClientBase, tables: readonly StoredTable[]) {
    this.#client = client
    this.#tables = new Map(tables.map(table => [table.name, table]))
  }

  async part(name: string, bytes: Buffer): Promise<void> {
    if (name !== this.#table) await this.#begin(name)
    const copy = this.#copy
    if (this.#failed) throw this.#failed
    if (copy && !copy.write(bytes)) await once(copy, 'drain')
  }

  async end(): Promise<void> {
    const copy = this.#copy
    this.#copy = undefined
    if (!copy) return
    if (this.#failed) throw this.#failed
    copy.end()
    await finished(copy)
  }

  async #begin(name: string): Promise<void> {
    await this.end()
    const table = this.#tables.get(name)
    if (!table) throw new BackupRefused('backup.other-structure', { table: name })
    this.#table = name
    const copy = this.#client.query(from(`copy ${quoted(name)} (${columnList(table)}) from stdin`))
    // Also when it comes between two parts, where nobody waits for it.
    copy.on('error', error => {
      this.#failed = error
    })
    this.#copy = copy
  }
}
