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
  'document.too-long': {
    status: 422,
    zh: '共 {rows} 行，超过 PDF 的 {most} 行上限。请下载 .docx 或 .xlsx。',
    en: 'It has {rows} rows, more than the {most} of a PDF. Download .docx or .xlsx.',
  },
} as const satisfies Record<string, ErrorEntry>
