import type { LineChartData } from './line.ts'

const HEAD = 34
const FOOT = 26

/** The chart as an SVG of its own, with its title above and its source below, to stand in a report. */
function withTitle(
  svg: string,
  { title, source, unit }: Pick<LineChartData, 'title' | 'source' | 'unit'>,
): string {
  const [, width = '800', height = '400'] = /<svg[^>]*?width="(\d+)"[^>]*?height="(\d+)"/.exec(svg) ?? []
  const whole = Number(height) + HEAD + FOOT
  const text = (y: number, size: number, words: string) =>
    `<text x="8" y="${y}" font-family="sans-serif" font-size="${size}" fill="#1d2733">${escaped(words)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}">`,
    `<rect width="${width}" height="${whole}" fill="#fff"/>`,
    text(22, 16, `${title} (${unit})`),
    `<g transform="translate(0 ${HEAD})">${svg}</g>`,
    text(whole - 8, 12, source),
    '</svg>',
  ].join('')
}

const escaped = (text: string) => text.replace(/[&<>]/g, char => `&#${char.charCodeAt(0)};`)

export function saveChart(svg: string, data: LineChartData): void {
  download(new Blob([withTitle(svg, data)], { type: 'image/svg+xml' }), `${data.title}.svg`)
}

export function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
