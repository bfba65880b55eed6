import { restoreBackup } from '@guatu/store'
import { summary } from './backup.ts'
import { backupRefused } from './backup-message.ts'
import { type Command, flag } from './command/command.ts'
import { withBareDatabase } from './input/database.ts'
import { inputPath } from './input/path.ts'

export const restore: Command = {
  usage: 'restore FILE [--json]',
  about: '用备份恢复到空库或新目录 restore a backup into an empty database or a new folder',
  options: { json: flag },
  words: [1, 1],
  async run({ words, values }, { root, print, note }) {
    const path = inputPath(root, words[0] ?? '')
    const restored = await withBareDatabase(root, ({ url }) =>
      restoreBackup({ url, path, onTable: name => note(name) }),
    )
    if (!restored.ok) throw backupRefused(restored.error)
    print(values.json ? JSON.stringify(restored.value) : summary(restored.value))
    return 0
  },
}
