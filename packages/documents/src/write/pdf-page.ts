/**
 * The page in Typst, measures as in `gbt9704.ts`. Fonts are tried in order: the bureau's own, then the one that comes
 * along. All text comes in as data (`sys.inputs`).
 */
export const PAGE_SOURCE = `
#let m = json(bytes(sys.inputs.model))
#let sheet = m.layout == "sheet"
#let brief = m.layout == "brief"
#let latin = "Times New Roman"
#let song = ("FangSong_GB2312", "FangSong", "仿宋_GB2312", "仿宋", "Noto Serif SC")
#let xbs = ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋简体", "Noto Serif SC")
#let hei = ("SimHei", "黑体", "Noto Serif SC")
#let kai = ("KaiTi_GB2312", "KaiTi", "楷体_GB2312", "楷体", "Noto Serif SC")
#let red = rgb("#ff0000")
#let dp = m.dateParts
#let lead = 12.95pt

// Clause 7.5: odd pages at the right, even at the left, one place in.
#let page-number(side) = context {
  let n = counter(page).get().first()
  let odd-even = if calc.odd(n) { right } else { left }
  set par(first-line-indent: 0pt)
  align(if side == auto { odd-even } else { side }, pad(x: 14pt, text(size: 14pt)[— #n —]))
}

#set document(title: m.title.join(""), author: m.signedBy, description: m.about, date: datetime(year: dp.at(0), month: dp.at(1), day: dp.at(2)))
// Clause 5.2.3: 28 characters of 16 pt are wider than the 版心 of 442.2 pt, so that they stand closer.
#set text(font: song, size: 16pt, tracking: -0.016em, lang: "zh", region: "cn", cjk-latin-spacing: none, top-edge: 0.88em, bottom-edge: -0.12em)
#set par(leading: lead, spacing: lead, justify: true, first-line-indent: (amount: 2em, all: true))
#set page(
  width: if sheet { 297mm } else { 210mm },
  height: if sheet { 210mm } else { 297mm },
  margin: if sheet { (top: 20mm, bottom: 18mm, x: 15mm) } else { (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm) },
  header-ascent: if sheet { 6mm } else { 10mm },
  header: if m.header != "" { align(center, text(size: 9pt, fill: rgb("#595959"), m.header)) },
  footer-descent: 7mm,
  footer: page-number(if sheet { center } else { auto }),
  background: if m.state.draft { rotate(-45deg, text(size: 150pt, fill: rgb("#ececec"), weight: 700, font: hei)[草稿]) },
)
#let flush(body) = par(first-line-indent: 0pt, body)
#let gap(n: 1) = v(n * 28.95pt, weak: false)
#let bold(body) = text(weight: 700, body)

#let heading-of(b) = {
  let body = if b.level == 1 { text(font: hei, weight: 700, b.text) } else if b.level == 2 { text(font: kai, b.text) } else { b.text }
  block(sticky: true, above: lead, below: lead, par(body))
}

#let grid-of(t) = {
  let strong = t.at("strong", default: ())
  let columns = t.widths.map(w => w * 1fr)
  let rows = t.rows.len()
  let aligns = (left: left, right: right, center: center)
  let cell(body) = par(first-line-indent: 0pt, leading: 5pt, justify: false, body)
  let head(lines) = text(font: hei, weight: 700, lines.join(linebreak()))
  // Rows that no page may part are held by a column that shows nothing.
  let hold(y, n) = table.cell(x: columns.len(), y: y, rowspan: n, breakable: false, inset: 0pt, stroke: none)[]
  let holds = if rows == 0 { () } else if t.whole { (hold(1, rows),) } else { (hold(1, 2), hold(rows - 1, 2)) }
  if t.caption != "" {
    block(sticky: true, above: 14pt, below: 6pt, width: 100%, align(center, cell(text(font: hei, size: 14pt, weight: 700, t.caption))))
  }
  if t.note != "" { block(sticky: true, above: 4pt, below: 5pt, width: 100%, align(right, cell(text(size: 10.5pt, t.note)))) }
  set text(size: 10.5pt)
  set par(first-line-indent: 0pt, leading: 5pt, justify: false)
  table(
    columns: (..columns, 0pt),
    stroke: 0.5pt,
    inset: (x: 3pt, y: 4.5pt),
    align: (x, y) => (if y == 0 { center } else { aligns.at(t.columns.at(x, default: (align: "left")).align) }) + horizon,
    table.header(repeat: true, ..t.heads.map(lines => head(lines)), table.cell(inset: 0pt, stroke: none)[]),
    ..if rows == 0 { (table.cell(colspan: t.columns.len(), align: center, [无]),) } else {
      t.rows.enumerate().map(((i, row)) => t.columns.enumerate().map(((j, _)) => {
        let s = row.at(j, default: "").split("\n").join(linebreak())
        table.cell(x: j, y: i + 1, breakable: false, if i in strong { bold(s) } else { [#s] })
      })).flatten()
    },
    ..holds,
  )
  v(6pt)
}

#let draw(blocks) = for b in blocks {
  if b.kind == "heading" { heading-of(b) } else if b.kind == "paragraph" { par(b.text) } else { grid-of(b.table) }
}

#let title-of(lines, size) = block(width: 100%, sticky: true, {
  set par(first-line-indent: 0pt, leading: 10pt, justify: false)
  align(center, text(font: xbs, size: size, weight: 700, lines.join(linebreak())))
})

#if sheet {
  title-of(m.title, 18pt)
  draw(m.blocks)
} else {
  set par(spacing: lead)
  v(35mm)
  block(width: 100%, above: 0pt, align(center, scale(x: m.fit.scale * 1%, reflow: true, box(text(font: xbs, size: m.fit.size * 1pt, weight: 700, fill: red, m.mark)))))
  if brief {
    block(width: 100%, align(center, flush(m.number)))
    v(28.95pt - lead)
    block(width: 100%, below: 0pt, pad(x: 1em, flush([#m.issuer#h(1fr)#m.day])))
  } else {
    gap(n: 2)
    block(width: 100%, align(center, flush(m.number)))
  }
  block(above: 4mm, below: lead, line(length: 100%, stroke: 2pt + red))
  gap(n: if brief { 1 } else { 2 })
  title-of(m.title, 22pt)
  gap()
  if m.to != "" { flush(m.to) }
  // What stands before a signature goes with it: no page may hold a signature alone.
  let closed(body) = block(sticky: true, width: 100%, above: lead, below: lead, body)
  let last = m.blocks.at(-1, default: (kind: "none"))
  if last.kind == "paragraph" and not brief {
    draw(m.blocks.slice(0, -1))
    closed(par(last.text))
  } else {
    draw(m.blocks)
  }
  if m.annexes.len() > 0 {
    block(sticky: true, v(28.95pt))
    // The names hang: further lines of one begin where it begins.
    let several = m.annexes.len() > 1
    let number = if not several { 0em } else if m.annexes.len() > 9 { 1.75em } else { 1.25em }
    for (i, a) in m.annexes.enumerate() {
      closed(pad(left: 2em, grid(
        columns: (3em, number, 1fr),
        flush(if i == 0 { "附件：" }),
        flush(if several { str(i + 1) + "." }),
        flush(a.title),
      )))
    }
  }
  if not brief {
    block(sticky: true, v(28.95pt))
    for line in m.signature.lines {
      block(sticky: true, width: 100%, align(right, flush([#line#h(m.signature.right.signature * 1em)])))
    }
    block(width: 100%, align(right, flush([#m.day#h(m.signature.right.date * 1em)])))
  }
  let annex(i, a) = {
    flush(text(font: hei, weight: 700, [附件#if m.annexes.len() > 1 { str(i + 1) }]))
    gap()
    title-of(a.titleLines, 22pt)
    gap()
    draw(a.blocks)
  }
  for (i, a) in m.annexes.enumerate() {
    // Clause 8: the page is turned, and its number with it, so that it stands where the others do.
    if a.at("wide", default: false) {
      page(
        width: 297mm,
        height: 210mm,
        margin: (top: 28mm, bottom: 26mm, left: 35mm, right: 37mm),
        footer: none,
        foreground: place(top + left, dx: 28mm - 10pt, dy: 28mm, rotate(90deg, reflow: true, box(width: 156mm, height: 20pt, align(horizon, page-number(auto))))),
        annex(i, a),
      )
    } else {
      pagebreak(weak: true)
      annex(i, a)
    }
  }
  place(bottom, float: true, clearance: 10mm, {
    set text(size: 14pt)
    set par(first-line-indent: 0pt, leading: 8pt)
    let row(body) = block(above: 5pt, below: 5pt, width: 100%, pad(x: 14pt, body))
    line(length: 100%, stroke: 0.35mm)
    if m.copyTo != "" {
      row(par(hanging-indent: 3em, [抄送：#m.copyTo。]))
      line(length: 100%, stroke: 0.25mm)
    }
    row([#m.signedBy#h(1fr)#m.day;印发])
    line(length: 100%, stroke: 0.35mm)
  })
}
`
