import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)

/** The command line beside the running server, on the same data. Rejects when it ends with a finding. */
export async function guatu(dataDir: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, GUATU_DATA: dataDir }
  const { stdout } = await run(process.execPath, ['scripts/guatu.mjs', ...args], { cwd: root, env })
  return stdout
}

export const dayIs = (dataDir: string, day: string) =>
  guatu(dataDir, 'demo', 'day', day, '--jurisdiction', 'jiayuguan')
