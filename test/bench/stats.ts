/** The value below which `share` (0 to 1) of the samples lie. */
export function percentile(samples: number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const round = (value: number, digits = 1) => Number(value.toFixed(digits))

export function spread(samples: number[]) {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(samples, share)) as [number, number, number]
  return { p50, p95, p99 }
}

export const median = (samples: number[]) => percentile(samples, 0.5)

export async function medianOfRuns<Figures extends Record<string, number>>(
  runs: number,
  run: () => Promise<Figures>,
): Promise<Figures> {
  const all: Figures[] = []
  for (let n = 0; n < runs; n += 1) all.push(await run())
  const names = Object.keys(all[0]!) as (keyof Figures)[]
  return Object.fromEntries(
    names.map((name) => [name, round(median(all.map((figures) => figures[name]!)), 2)]),
  ) as Figures
}
