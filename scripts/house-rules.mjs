// Rules of this house that no linter knows: each a pattern, where it holds, and what to do instead.
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

const CODE = /\.(ts|tsx|mjs)$/
const TEST = /\.test\.tsx?$|\/testing\/|\/test\//
const product = path => CODE.test(path) && !TEST.test(path) && /^(packages|apps)\//.test(path)
const inStore = path => product(path) && path.startsWith('packages/store/')
const inCore = path => product(path) && /^packages\/(kernel|scheme|domain)\//.test(path)
const LONGEST = 300

const RULES = [
  {
    applies: inStore,
    pattern: /\bselect\s+\*|\.selectAll\(/i,
    say: 'Name the columns: a migration that adds one must not change what a query returns.',
  },
  {
    applies: inCore,
    pattern: /\bMath\.random\b/,
    say: 'Same arguments, same answer: take what varies as an argument.',
  },
  {
    applies: path => /\.(ts|tsx|mjs|md|json|ya?ml|css|html)$/.test(path),
    pattern: /(?:^|[\s'"`(=])\/(?:work|home|Users)\/\w/,
    say: 'A path of one machine: write it relative to the repository.',
  },
]

/** `file:line  what to do` for each breach, in the order of the files. */
export async function houseRules(root) {
  const found = []
  for (const path of await files(root, root)) {
    const rules = RULES.filter(rule => rule.applies(path))
    if (rules.length === 0 && !product(path)) continue
    const lines = (await readFile(join(root, path), 'utf8')).split('\n')
    for (const [index, line] of lines.entries()) {
      for (const { pattern, say } of rules) if (pattern.test(line)) found.push(`${path}:${index + 1}  ${say}`)
    }
    if (product(path) && lines.length > LONGEST)
      found.push(`${path}:${LONGEST}  ${lines.length} lines hold more than one idea: split the file by idea.`)
  }
  return found
}

const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.guatu', 'coverage', 'package-lock.json'])

async function files(root, folder) {
  const entries = await readdir(folder, { withFileTypes: true })
  const lists = await Promise.all(
    entries
      .filter(entry => !LEFT_OUT.has(entry.name))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(entry => {
        const path = join(folder, entry.name)
        return entry.isDirectory() ? files(root, path) : [relative(root, path).replaceAll('\\', '/')]
      }),
  )
  return lists.flat()
}
