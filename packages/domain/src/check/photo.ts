import { groupBy, periodEn, periodZh } from '@guatu/kernel'
import type { Check, CheckContext, CheckRow, Evidence, EvidenceIndex } from './model.ts'

/** Files of all projects by hash, made once for all rows. */
export const evidenceByHash = (all: readonly Evidence[]): EvidenceIndex => groupBy(all, one => one.sha256)

/** Stands for a project that the reader does not see: it is told of, not named. */
export const UNSEEN_PROJECT = ''

/** Photos sent with this row. */
const photosOf = (row: CheckRow, context: CheckContext) =>
  (context.evidence ?? []).filter(
    one => one.kind === 'photo' && one.project === row.project && one.period === row.period,
  )

const short = (sha256: string) => sha256.slice(0, 8)

export const PHOTO_CHECKS: readonly Check[] = [
  {
    id: 'photo.other-project',
    severity: 'warning',
    summary: { zh: '照片与别的项目相同', en: 'A photo of another project' },
    details: {
      zh: '同一个照片文件已经作为别的项目的佐证。',
      en: 'The same file is already evidence of another project.',
    },
    todo: {
      zh: '换成本项目的照片；两个项目同一现场的写明。',
      en: 'Send a photo of this project; if both share one site, say so.',
    },
    find: (row, context) =>
      photosOf(row, context).flatMap(({ sha256 }) => {
        const other = context.othersEvidence?.get(sha256)?.find(one => one.project !== row.project)
        if (!other) return []
        const unseen = other.project === UNSEEN_PROJECT
        const [zh, en] = unseen
          ? ['其他单位的项目', 'another unit’s project']
          : [`项目 ${other.project}`, other.project]
        return [
          {
            message: {
              zh: `照片 ${short(sha256)} 与${zh}${periodZh(other.period)}的相同`,
              en: `Photo ${short(sha256)} is that of ${en}, ${periodEn(other.period)}`,
            },
          },
        ]
      }),
  },
  {
    id: 'photo.other-period',
    severity: 'warning',
    summary: { zh: '照片与以前的相同', en: 'A photo of another period' },
    details: { zh: '同一个照片文件在以前的报送中用过。', en: 'The same file was sent with another return.' },
    todo: { zh: '拍本期的照片。', en: 'Take a photo of this period.' },
    find: (row, context) =>
      photosOf(row, context).flatMap(({ sha256 }) => {
        const same = (one: Evidence) =>
          one.sha256 === sha256 && one.project === row.project && one.period !== row.period
        const other = context.evidence?.find(same)
        if (!other) return []
        const zh = `照片 ${short(sha256)} 在${periodZh(other.period)}用过`
        return [{ message: { zh, en: `Photo ${short(sha256)} was sent for ${periodEn(other.period)}` } }]
      }),
  },
]
