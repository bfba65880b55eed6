import { NUMBER_LINE } from './edges.ts'
import { PAGE_NUMBER_DROP_MM, page, twips, widePage } from './gbt9704.ts'

/** Twips of a box along the left edge of a page on its side: the dashes lie 7 mm outside the 版心, as on an upright one. */
const BOX = {
  left: widePage.left - twips(PAGE_NUMBER_DROP_MM) - NUMBER_LINE / 2,
  top: widePage.top,
  width: NUMBER_LINE,
  height: page.textWidth,
}
const EMU_PER_TWIP = 635
const emu = (twip: number) => Math.round(twip * EMU_PER_TWIP)

/** `n`: an id of the box that no other has. As DrawingML: of VML LibreOffice shows the number without its dashes. */
function boxXml(text: string, n: number): string {
  const extent = `cx="${emu(BOX.width)}" cy="${emu(BOX.height)}"`
  const shape = [
    '<wps:wsp><wps:cNvSpPr txBox="1"/>',
    `<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr>`,
    `<wps:txbx><w:txbxContent>${text}</w:txbxContent></wps:txbx>`,
    '<wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr></wps:wsp>',
  ].join('')
  return [
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>',
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>',
    `<wp:positionH relativeFrom="page"><wp:posOffset>${emu(BOX.left)}</wp:posOffset></wp:positionH>`,
    `<wp:positionV relativeFrom="page"><wp:posOffset>${emu(BOX.top)}</wp:posOffset></wp:positionV>`,
    `<wp:extent ${extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="${n}" name="页码${n}"/><wp:cNvGraphicFramePr/>`,
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">',
    shape,
    '</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>',
  ].join('')
}

/** Clause 8: a footer's number in a box at the left edge, written from top to bottom. `n`: the footer's own number. */
export const turnPageNumber =
  (n: number) =>
  (footer: string): string =>
    footer.replace(
      /<w:p>.*<\/w:p>/s,
      text => `<w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr><w:r>${boxXml(text, n)}</w:r></w:p>`,
    )
