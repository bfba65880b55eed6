import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { putSections } from '../../examples/real-data/doc.ts'
import { MARK, sections } from './sections.ts'

const DOC = 'docs/checks.md'
const USAGE = `npm run checks -- [--write]
  prints what ${DOC} keeps: the catalogue, and what it finds of planted faults; --write puts it there`

/** Gives the exit code. */
export async function main(args: readonly string[], { root }: { root: string }): Promise<number> {
  const write = args[0] === '--write'
  if (args.length > (write ? 1 : 0)) {
    console.error(USAGE)
    return 2
  }
  const made = sections()
  if (!write) for (const [name, text] of Object.entries(made)) console.log(`## ${name}\n\n${text}\n`)
  else {
    const path = join(root, DOC)
    await writeFile(path, putSections(await readFile(path, 'utf8'), made, MARK))
    console.log(DOC)
  }
  return 0
}
