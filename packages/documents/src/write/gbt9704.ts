/**
 * GB/T 9704-2012 党政机关公文格式 as numbers. `clause` names where each stands; what the standard leaves to the
 * drawing is marked `ours`. Measured in docs/adr/0006-gbt9704-page.md.
 */
const TWIPS_PER_MM = 1440 / 25.4
export const twips = (mm: number) => Math.round(mm * TWIPS_PER_MM)

/** Clause 5.2.1, in mm: A4, 天头 37, 订口 28, 版心 156 x 225, which leaves 35 below and 26 at the right. */
const PAGE = { width: 210, height: 297, top: 37, left: 28, textWidth: 156, textHeight: 225 }

/** In twips, as Word counts. The right and bottom margins take the rounding, so that the 版心 is never short. */
export const page = {
  width: twips(PAGE.width),
  height: twips(PAGE.height),
  top: twips(PAGE.top),
  left: twips(PAGE.left),
  right: twips(PAGE.width - PAGE.left - PAGE.textWidth),
  bottom: twips(PAGE.height - PAGE.top - PAGE.textHeight),
  textWidth: twips(PAGE.textWidth),
}

/**
 * Clause 8: a page that lies on its side is the same page turned, with its head at the left edge of the upright one, so
 * that the page numbers of all stand in one place.
 */
export const widePage = {
  width: page.height,
  height: page.width,
  top: page.left,
  right: page.top,
  bottom: page.right,
  left: page.bottom,
  textWidth: twips(PAGE.textHeight),
}

/** A sheet lies on its side and is no 公文: what the standard says of margins does not bind it (ours). */
export const sheetPage = {
  width: page.height,
  height: page.width,
  top: twips(20),
  right: twips(15),
  bottom: twips(18),
  left: twips(15),
  textWidth: twips(PAGE.height - 30),
}

/** Clause 5.2.3: 22 lines of 28 characters fill the 版心. */
export const LINES = 22
export const CHARACTERS = 28

/** 28.95 pt, the largest pitch of whole twips with which 22 lines fit into 225 mm. */
export const LINE_PITCH = Math.floor(twips(PAGE.textHeight) / LINES)

/** Clause 5.2.2: 3号 is 16 pt; 28 of them are 158 mm, so each place on the grid is 15.79 pt. */
export const BODY_SIZE = 16
/** What w:charSpace adds to 3号, in 1/4096 pt: the grid as the page setup of Word shows it, 22 lines of 28. */
export const CHAR_SPACE = Math.floor((page.textWidth / 20 / CHARACTERS - BODY_SIZE) * 4096)
/**
 * What the characters of the body stand closer by, in twips, so that 28 fit; full lines are justified to the 版心. Text
 * does not snap to the grid, as LibreOffice gives two places to a character wider than its place and sets 14 in a line.
 * One twip more than the 版心 needs, as LibreOffice narrows it to 28 places of whole twips.
 */
export const CHAR_SPACING = Math.floor(page.textWidth / CHARACTERS - BODY_SIZE * 20) - 1

/** `n` places of the body grid, in twips. */
export const places = (n: number) => Math.round((n * page.textWidth) / CHARACTERS)

/** Characters of a title in a line of so many twips; one of 版心 width holds 20. */
export const titlePlaces = (textWidth: number) => Math.floor(textWidth / 20 / SIZE.二号)

/** Chinese type sizes in points. */
export const SIZE = { 二号: 22, 小二: 18, 三号: BODY_SIZE, 四号: 14, 小四: 12, 五号: 10.5, 小五: 9 } as const

/**
 * Fonts by the names the standard's users have; `instead` is what Word takes on a machine without them (w:altName).
 * Latin letters and digits are Times New Roman (ours), except the page number, which clause 7.5 sets in 宋体.
 */
export const FONTS = {
  body: { eastAsia: '仿宋_GB2312', instead: '仿宋', clause: '5.2.2' },
  title: { eastAsia: '方正小标宋简体', instead: '华文中宋', clause: '7.2.4, 7.3.1' },
  level1: { eastAsia: '黑体', instead: 'SimHei', clause: '7.3.3' },
  level2: { eastAsia: '楷体_GB2312', instead: '楷体', clause: '7.3.3' },
  pageNumber: { eastAsia: '宋体', instead: 'SimSun', clause: '7.5' },
} as const
export type FontRole = keyof typeof FONTS
export const LATIN_FONT = 'Times New Roman'

export const RED = 'FF0000'

/** Clause 7.2.4: the mark's upper edge is 35 mm below that of the 版心. */
export const ISSUER_DROP = twips(35)
/** Clause 7.4.1: the first and the last line of the 版记, and those between. */
export const IMPRINT_LINE_MM = { outer: 0.35, inner: 0.25 }
/** Clause 7.5: the dashes of the page number are 7 mm below the 版心. */
export const PAGE_NUMBER_DROP_MM = 7
