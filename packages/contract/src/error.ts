import { z } from 'zod'
import { CHANNEL_ERRORS } from './channel-error.ts'
import { DOCUMENT_ERRORS } from './document-error.ts'
import type { ErrorEntry } from './error-entry.ts'
import { PEOPLE_ERRORS } from './people-error.ts'
import { PERIOD_ERRORS } from './period-error.ts'
import { REPLAY_ERRORS } from './replay-error.ts'
import { SCHEME_ERRORS } from './scheme-error.ts'

export const ERRORS = {
  'request.invalid': {
    status: 400,
    zh: '请求内容不合要求：{place}。没有写入任何数据，请改正后重试。',
    en: 'The request is not valid: {place}. Nothing was written; mend it and try again.',
  },
  'request.not-found': {
    status: 404,
    zh: '没有找到所要的内容，或不在您的查看范围内。',
    en: 'There is no such thing, or it is outside what you may see.',
  },
  'request.too-large': {
    status: 413,
    zh: '文件超过 {limit} MB 的上限。没有写入任何数据，请拆分后重试。',
    en: 'The file is larger than {limit} MB. Nothing was written; split it and try again.',
  },
  'session.none': { status: 401, zh: '请先登录。', en: 'Please sign in.' },
  'session.wrong': {
    status: 401,
    zh: '账号或密码不正确，请重新输入。',
    en: 'Account or password is wrong; try again.',
  },
  'session.slow-down': {
    status: 429,
    zh: '多次输入错误，请 {seconds} 秒后再试。',
    en: 'Too many attempts; try again in {seconds} seconds.',
  },
  'password.too-short': {
    status: 422,
    zh: '口令至少 {least} 个字符，未保存。',
    en: 'A password has at least {least} characters; nothing was saved.',
  },
  'login.form': {
    status: 422,
    zh: '登录名应为 2 至 32 位小写字母、数字和 . _ -，以字母或数字开头，未保存。',
    en: 'A login is 2 to 32 lower-case letters, digits and . _ -, beginning with a letter or digit; nothing was saved.',
  },
  'slip.void': {
    status: 401,
    zh: '登录码不正确，或已经使用、已经过期、已经换发。请向发放人要一张新的登录条。',
    en: 'The code is wrong, or it was used, has expired or was replaced. Ask for a new slip.',
  },
  'slip.used': {
    status: 409,
    zh: '{login} 已经设置过口令，不能再发登录条，没有发出任何登录条。忘记口令请按口令重置办理。',
    en: '{login} has set a password already; no slip was issued. A forgotten password is reset, not issued again.',
  },
  'roster.findings': {
    status: 422,
    zh: '表中有 {count} 处须改正，没有写入任何数据。',
    en: '{count} cells must be mended; nothing was written.',
  },
  'setup.closed': {
    status: 404,
    zh: '初始设置已经结束。请登录。',
    en: 'The setup is over. Please sign in.',
  },
  'setup.wrong-code': {
    status: 401,
    zh: '设置码不正确。请查看运行服务的窗口里最近打印的设置码。',
    en: 'The setup code is wrong. Look at the last one printed where the server runs.',
  },
  'setup.begun': {
    status: 409,
    zh: '行政区和第一个账号已经设好，不能再改。请刷新页面继续。',
    en: 'The region and the first account stand already. Load the page again and go on.',
  },
  'setup.not-begun': {
    status: 409,
    zh: '请先选定行政区，未写入。',
    en: 'Pick the region first; nothing was written.',
  },
  'setup.no-plan': {
    status: 422,
    zh: '没有这个方案，或不能这样使用，未写入。',
    en: 'There is no such plan, or it cannot be used like this; nothing was written.',
  },
  'post.not-yours': { status: 403, zh: '您没有这个岗位。', en: 'That post is not yours.' },
  'role.not-allowed': {
    status: 403,
    zh: '您的岗位不能办理此项。没有写入任何数据。',
    en: 'Your post may not do this. Nothing was written.',
  },
  'time.past': {
    status: 409,
    zh: '正在查看过去的日期，不能修改。请回到今天再办理。',
    en: 'You are looking at a past date; nothing can be edited there. Go back to today.',
  },
  'return.no-figure': {
    status: 422,
    zh: '没有填写任何数字，未保存。',
    en: 'No figure was given; nothing was saved.',
  },
  'return.reason-needed': {
    status: 422,
    zh: '更正已报数字须写明原因，未保存。',
    en: 'A correction of a reported figure needs a reason; nothing was saved.',
  },
  'return.changed-meanwhile': {
    status: 409,
    zh: '这一期刚被他人更新过。您填写的内容仍在页面上，请核对后再次保存。',
    en: 'Somebody has just changed this period. What you typed is still on the page: compare and save again.',
  },
  'return.period-not-ended': {
    status: 422,
    zh: '{period} 尚未结束，不能报送期末累计数，未保存。',
    en: '{period} has not ended yet; a figure at its end cannot be reported. Nothing was saved.',
  },
  'import.undecided': {
    status: 422,
    zh: '还有 {count} 行等待决定，未写入。',
    en: '{count} rows still wait for a decision; nothing was written.',
  },
  'import.bad-rows': {
    status: 422,
    zh: '有 {count} 行不能导入。请改正文件，或选择跳过这些行。',
    en: '{count} rows cannot be imported. Mend the file, or choose to leave these rows out.',
  },
  'import.nothing': { status: 422, zh: '没有可以写入的变化。', en: 'There is nothing to write.' },
  'import.done': { status: 409, zh: '这份文件已经导入。', en: 'This file has been imported already.' },
  'import.stale': {
    status: 409,
    zh: '预览之后数据有了变化，已重新核对，请再确认一次。',
    en: 'Data changed after the preview; it has been checked again. Please confirm once more.',
  },
  'undo.overtaken': {
    status: 409,
    zh: '其后又有 {count} 处更正，不能整批撤销。没有改动任何数据。',
    en: '{count} later corrections stand on it; it cannot be undone as a whole. Nothing was changed.',
  },
  'view.not-yours': {
    status: 403,
    zh: '这个视图由他人建立，只有建立人可以修改或删除。没有改动。',
    en: 'Somebody else made this view; only its maker may change or delete it. Nothing was changed.',
  },
  'view.too-many': {
    status: 422,
    zh: '每人最多保存 {count} 个视图，请先删除不用的。未保存。',
    en: 'One person can keep {count} views; delete some first. Nothing was saved.',
  },
  'bulk.too-many': {
    status: 422,
    zh: '一次最多修改 {count} 个项目，请缩小范围。没有改动。',
    en: 'One change may speak of {count} projects; narrow the filters. Nothing was changed.',
  },
  'bulk.stale': {
    status: 409,
    zh: '预览之后数据有了变化，没有改动。请重新预览后确认。',
    en: 'Data changed after the preview; nothing was changed. Preview again and confirm.',
  },
  'bulk.nothing': {
    status: 422,
    zh: '所选项目没有可以改动的内容，未写入。',
    en: 'Nothing would change on the chosen projects; nothing was written.',
  },
  'change.not-before': {
    status: 422,
    zh: '比较的起点 {from} 晚于所看的日期 {to}，无法比较。请选更早的起点。',
    en: 'The comparison begins on {from}, after the day looked at, {to}. Choose an earlier beginning.',
  },
  'file.refused': { status: 422, zh: '{message}', en: '{message}' },
  'server.busy': {
    status: 503,
    zh: '系统正忙，未写入，请稍后再试。',
    en: 'The system is busy; nothing was written. Try again soon.',
  },
  ...CHANNEL_ERRORS,
  ...DOCUMENT_ERRORS,
  ...PEOPLE_ERRORS,
  ...PERIOD_ERRORS,
  ...REPLAY_ERRORS,
  ...SCHEME_ERRORS,
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof ERRORS

export const errorBody = z.object({
  error: z.object({
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    /** The whole message in both languages, values filled in. */
    zh: z.string(),
    en: z.string(),
  }),
})
export type ErrorBody = z.infer<typeof errorBody>

/** Fills the named values into a message. */
export function fillMessage(text: string, params: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
