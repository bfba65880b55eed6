import { cpus, totalmem } from 'node:os'

export interface Spread {
  readonly runs: number
  readonly p50: number
  readonly p95: number
  readonly min: number
  readonly max: number
}

/** Milliseconds of each run, after `warm` runs that do not count. */
export async function timed(
  runs: number,
  work: (run: number) => unknown,
  warm = Math.min(5, runs),
): Promise<Spread> {
  for (let run = 0; run < warm; run++) await work(run)
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const from = performance.now()
    await work(warm + run)
    times.push(performance.now() - from)
  }
  return spread(times)
}

/** Two ways in turn, so that whatever else loads the machine loads both. */
export async function inTurn(
  runs: number,
  ours: (run: number) => unknown,
  plain: (run: number) => unknown,
  warm = Math.min(5, runs),
): Promise<{ ours: Spread; plain: Spread }> {
  const times: { ours: number[]; plain: number[] } = { ours: [], plain: [] }
  for (let run = 0; run < warm + runs; run++) {
    for (const [name, work] of [
      ['ours', ours],
      ['plain', plain],
    ] as const) {
      const from = performance.now()
      await work(run)
      if (run >= warm) times[name].push(performance.now() - from)
    }
  }
  return { ours: spread(times.ours), plain: spread(times.plain) }
}

export function spread(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { runs: sorted.length, p50: at(0.5), p95: at(0.95), min: at(0), max: at(1) }
}

/** One line of docs/performance.md. */
export interface Figure {
  readonly what: string
  readonly ours: number
  readonly plain?: number
  readonly unit: 'ms' | 's' | 'MB' | 'kB' | 'count'
  readonly aim: string
  /** Ours over plain, or the other way round where the aim is a speed; undefined without a baseline. */
  readonly ratio?: number
  readonly met: boolean
  readonly note?: string
}

export function report(bench: string, figures: readonly Figure[]): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ bench, machine, figures }, null, 2))
    return
  }
  console.log(`\n${bench} (${machine})`)
  for (const { what, ours, plain, unit, aim, ratio, met, note } of figures) {
    const beside = plain === undefined ? '' : `, plain ${round(plain)} ${unit}`
    const factor = ratio === undefined ? '' : `, ${ratio.toFixed(2)}×`
    console.log(
      `${met ? 'met   ' : 'MISSED'} ${what}: ${round(ours)} ${unit}${beside}${factor} (aim ${aim})${note ? `; ${note}` : ''}`,
    )
  }
}

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2))
