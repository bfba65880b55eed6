import { fillMessage } from '@guatu/contract'
import type { BackupCode, BackupFault } from '@guatu/store'
import { Refused } from './command/command.ts'

const MESSAGES: Readonly<Record<BackupCode, string>> = {
  'backup.no-file':
    '打不开备份文件（{code}）：{path}。没有写入任何数据，请核对路径。\n' +
    'The backup cannot be opened ({code}): {path}. Nothing was written; check the path.',
  'backup.damaged':
    '备份文件已损坏或不完整（{member}）。没有写入任何数据，请改用另一份备份。\n' +
    'The backup is damaged or incomplete ({member}). Nothing was written; use another one.',
  'backup.newer':
    '备份由其他版本（{product}）生成，本版本读不懂。没有写入任何数据，请先安装该版本。\n' +
    'The backup was made by another version ({product}) that this one cannot read. Nothing was written; install that version first.',
  'backup.other-structure':
    '备份中的表与本版本不一致（{table}）。没有写入任何数据，请安装生成备份的版本。\n' +
    'The tables of the backup are not those of this version ({table}). Nothing was written; install the version that made it.',
  'backup.not-empty':
    '库中已有数据（{table}），未恢复，原有数据未动。请用 GUATU_DATA 指定新目录，或换一个空库。\n' +
    'The database is not empty ({table}): nothing was restored and nothing was changed. Name a new folder by GUATU_DATA, or an empty database.',
  'backup.in-use':
    '另有 {others} 个连接正在使用该库，未恢复。请先停止服务。\n' +
    '{others} other connections use the database: nothing was restored. Stop the server first.',
  'backup.no-structure':
    '这里没有可备份的数据。请核对 GUATU_DATA 或 DATABASE_URL。\n' +
    'There is nothing to back up here. Check GUATU_DATA or DATABASE_URL.',
  'backup.cannot-write':
    '写不了备份文件（{code}）：{path}。没有留下文件，请核对目录和空间。\n' +
    'The backup cannot be written ({code}): {path}. No file was left; check the folder and its space.',
}

export const backupRefused = ({ code, params }: BackupFault): Refused =>
  new Refused(fillMessage(MESSAGES[code], params))
