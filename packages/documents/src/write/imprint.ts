import {
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  HorizontalPositionAlign,
  type IFrameOptions,
  Paragraph,
  TabStopType,
  VerticalPositionAlign,
} from 'docx'
import { page, SIZE } from './gbt9704.ts'
import type { DocumentModel } from './model.ts'
import { paragraph, run, tie } from './paragraph.ts'
import { chineseDate } from './text.ts'

const PLACE = SIZE.四号 * 20

/** One frame for all paragraphs that carry it: its last line lies on the lower edge of the 版心 (clause 7.4.1). */
const frame: IFrameOptions = {
  type: 'alignment',
  anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
  alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
  width: page.textWidth,
  height: 0,
  rule: HeightRule.AUTO,
  wrap: FrameWrap.NOT_BESIDE,
}

/** 版记, clause 7.4: 抄送 in 4号仿宋, one place in at both sides, ending in a full stop; who issued it and when. */
export function drawImprint(model: DocumentModel): Paragraph[] {
  const copies = model.copyTo.replace(/^抄送[:：]/, '').replace(/。$/, '')
  return [
    paragraph('ImprintOuter', '', { frame }),
    ...(copies === ''
      ? []
      : [
          paragraph('Imprint', `抄送：${copies}。`, {
            frame,
            indent: { left: 4 * PLACE, hanging: 3 * PLACE, right: PLACE },
          }),
          paragraph('ImprintInner', '', { frame }),
        ]),
    new Paragraph({
      style: 'Imprint',
      frame,
      indent: { left: PLACE, right: PLACE },
      tabStops: [{ type: TabStopType.RIGHT, position: page.textWidth - PLACE }],
      children: [run(`${model.signedBy}\t${chineseDate(model.date)}印发`)],
    }),
    paragraph('ImprintOuter', '', { frame }),
    // what the frame is tied to: the end of the text
    tie(),
  ]
}
