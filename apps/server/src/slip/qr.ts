import { encode } from 'uqr'

/** Light modules around the code: readers need four. */
const BORDER = 4

/** A QR code as an SVG path: modules per side with the border, dark modules as runs of one row. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: BORDER })
  const runs = data.flatMap((row, y) => {
    const line = row.map(dark => (dark ? '#' : ' ')).join('')
    return [...line.matchAll(/#+/g)].map(
      ({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`,
    )
  })
  return { size, path: runs.join('') }
}
