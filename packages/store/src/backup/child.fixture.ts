import { writeSync } from 'node:fs'
import { restoreBackup } from './restore.ts'
import { takeBackup } from './take.ts'

/** A process to kill: `backup URL FILE TABLE` or `restore URL FILE TABLE` stands still for ever at that table, and says so. */
async function main([command, url = '', path = '', table]: readonly string[]): Promise<void> {
  const stand = (name: string) => {
    if (name !== table) return
    writeSync(1, `at ${name}\n`)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  }
  const done =
    command === 'backup'
      ? await takeBackup({ url, path, product: '0', onTable: ({ name }) => stand(name) })
      : await restoreBackup({ url: async () => url, path, onTable: stand })
  writeSync(1, `${JSON.stringify(done)}\n`)
}

void main(process.argv.slice(2))
