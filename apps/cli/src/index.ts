import { parseArgs } from 'node:util'
import { backup } from './backup.ts'
import { check } from './check.ts'
import { type Command, type Console, type Exit, Refused, type Values } from './command/command.ts'
import { coverage } from './coverage.ts'
import { demo } from './demo.ts'
import { document } from './document.ts'
import { evaluate } from './evaluate.ts'
import { importFile } from './import.ts'
import { keys } from './keys.ts'
import { replay } from './replay.ts'
import { restore } from './restore.ts'
import { schema } from './schema.ts'
import { serve } from './serve.ts'
import { setup } from './setup.ts'
import { verify } from './verify.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  check,
  coverage,
  schema,
  evaluate,
  replay,
  import: importFile,
  document,
  serve,
  verify,
  backup,
  restore,
  keys,
  demo,
  setup,
}

/** Runs one command line; gives the exit code. */
export async function main(args: readonly string[], { root }: Pick<Console, 'root'>): Promise<Exit> {
  const console: Console = {
    root,
    print: text => process.stdout.write(`${text}\n`),
    note: text => process.stderr.write(`${text}\n`),
  }
  const [name = '', ...rest] = args
  if (['help', '--help', '-h'].includes(name)) {
    console.print(usage())
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    console.note(usage())
    return 2
  }
  try {
    return await command.run(read(command, rest), console)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    console.note(error.message)
    return 2
  }
}

function read(command: Command, args: readonly string[]) {
  const [least, most] = command.words
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: command.options,
      allowPositionals: true,
      strict: true,
    })
    if (positionals.length >= least && positionals.length <= most)
      return { words: positionals, values: values as Values }
  } catch (error) {
    throw new Refused(`${error instanceof Error ? error.message : error}\n用法 usage: guatu ${command.usage}`)
  }
  throw new Refused(`用法 usage: guatu ${command.usage}`)
}

const usage = () =>
  Object.values(COMMANDS)
    .map(({ usage, about }) => `guatu ${usage}\n    ${about}`)
    .join('\n')
