import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeDemos } from './index.ts'

/** Writes demo/<plan>/*.csv under the folder of the repository. */
export function writeDemos(root: string): void {
  for (const [name, text] of makeDemos(root)) {
    const file = `${root}/demo/${name}`
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}
