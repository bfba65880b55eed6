import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { putSections } from './doc.ts'
import { sections } from './sections.ts'

const DATA = '../shared/data'
const DOC = 'docs/real-data.md'
const USAGE = `npm run real-data -- [--write]
  prints what ${DOC} keeps, worked out from ${DATA}; --write puts it there`

/** Gives the exit code. */
export async function main(args: readonly string[], { root }: { root: string }): Promise<number> {
  const write = args[0] === '--write'
  if (args.length > (write ? 1 : 0)) return say(USAGE)
  if (!existsSync(join(root, DATA))) return say(`没有这个文件夹 There is no folder ${DATA}\n\n${USAGE}`)
  const made = await sections(root, join(root, DATA))
  if (!write) for (const [name, text] of Object.entries(made)) console.log(`## ${name}\n\n${text}\n`)
  else {
    const path = join(root, DOC)
    await writeFile(path, putSections(await readFile(path, 'utf8'), made))
    console.log(DOC)
  }
  return 0
}

function say(text: string): number {
  console.error(text)
  return 2
}
