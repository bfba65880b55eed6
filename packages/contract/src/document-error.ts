import type { ErrorEntry } from './error-entry.ts'

/** What drawing up and issuing documents refuses. */
export const DOCUMENT_ERRORS = {
  'document.not-of-period': {
    status: 422,
    zh: '{kind}不按{period}这样的报送期编制，请另选报送期。',
    en: '{kind} is not drawn up for a period like {period}; choose another one.',
  },
  'document.not-as-frozen': {
    status: 409,
    zh: '{period}按现行程序重新计算，与关期时冻结的结果不同，没有发文。请先核验台账（guatu verify）。',
    en: 'Judged again, {period} is not what was frozen when it closed; nothing was issued. Run guatu verify first.',
  },
  'document.code-missing': {
    status: 422,
    zh: '文号须有机关代字（如“柞发改”），没有发文。',
    en: 'A number needs the code of the issuing office; nothing was issued.',
  },
  'document.date-early': {
    status: 422,
    zh: '成文日期不能早于{day}（报送期末），没有发文。',
    en: 'The date cannot be before {day}, the end of the period; nothing was issued.',
  },
  'document.issued-already': {
    status: 409,
    zh: '这一份已经发出，没有重复编号。请看已发文书。',
    en: 'It was issued already; no second number was given. See the issued documents.',
  },
  'document.moved-on': {
    status: 409,
    zh: '编制期间文号或模板有了变化，没有发文。请重试。',
    en: 'Numbers or the template changed while it was made; nothing was issued. Try again.',
  },
  'document.too-slow': {
    status: 422,
    zh: '编制超过 {seconds} 秒，已停止，没有保存或发出任何文件。请稍后再试，或换一种格式。',
    en: 'Making it took more than {seconds} s and was stopped; nothing was kept or issued. Try later, or another format.',
  },
  'document.too-heavy': {
    status: 422,
    zh: '编制所需内存超过 {megabytes} MB，已停止，没有保存或发出任何文件。请缩小范围，或换一种格式。',
    en: 'Making it took more than {megabytes} MB and was stopped; nothing was kept or issued. Narrow it, or choose another format.',
  },
  'document.stopped': {
    status: 409,
    zh: '已取消编制，没有保存或发出任何文件。',
    en: 'Making it was cancelled; nothing was kept or issued.',
  },
  'document.not-made': {
    status: 422,
    zh: '文件没有做成，没有保存或发出任何文件。请再试一次；仍不成，请把编号 {id} 告诉管理员。',
    en: 'The file could not be made; nothing was kept or issued. Try again; if it fails again, tell your administrator this number: {id}.',
  },
  'document.too-long': {
    status: 422,
    zh: '共 {rows} 行，超过 PDF 的 {most} 行上限。请下载 .docx 或 .xlsx。',
    en: 'It has {rows} rows, more than the {most} of a PDF. Download .docx or .xlsx.',
  },
} as const satisfies Record<string, ErrorEntry>

/** What making the bytes of any file may be answered with. */
export const MAKING = [
  'document.too-slow',
  'document.too-heavy',
  'document.stopped',
  'document.not-made',
  'server.busy',
] as const
