import type { ErrorEntry } from './error-entry.ts'

/** What the publication of a plan refuses. */
export const SCHEME_ERRORS = {
  'scheme.findings': {
    status: 422,
    zh: '方案还有 {count} 处错误，没有发布。请按所列位置改正后重新预览。',
    en: 'The plan still has {count} errors; nothing was published. Mend them where they are listed and preview again.',
  },
  'scheme.earlier': {
    status: 409,
    zh: '已有从 {day} 起生效的版本，新版本不能早于这一天，没有发布。请改用 {day} 或以后的日期。',
    en: 'A version holds from {day}; a new one cannot begin earlier. Nothing was published; take {day} or a later day.',
  },
  'scheme.same': {
    status: 422,
    zh: '内容与现行版本相同，没有发布。',
    en: 'It says the same as the version in force; nothing was published.',
  },
  'scheme.stale': {
    status: 409,
    zh: '预览之后方案、生效日或现行版本有了变化，没有发布。请重新预览后确认。',
    en: 'The text, its day or the version in force changed after the preview; nothing was published. Preview again and confirm.',
  },
  'scheme.file-kind': {
    status: 422,
    zh: '只收 pdf、docx 和 txt 文件，没有保存。请另存为其中一种。',
    en: 'Only pdf, docx and txt files are taken; nothing was kept. Save it as one of these.',
  },
} as const satisfies Record<string, ErrorEntry>
