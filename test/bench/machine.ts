import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { median, round } from './stats.ts'

export function machine() {
  return {
    node: process.version,
    cpu: cpus()[0]?.model.trim(),
    cores: cpus().length,
    memoryGb: round(totalmem() / 1e9),
    load: round(loadavg()[0]!, 2),
    syncMs: round(syncMs(), 2),
  }
}

function syncMs(): number {
  const path = join(tmpdir(), `demo-hour-bench-sync-${process.pid}`)
  const file = openSync(path, 'w')
  const page = Buffer.alloc(8192, 1)
  const times = Array.from({ length: 31 }, () => {
    const startedAt = performance.now()
    writeSync(file, page)
    fsyncSync(file)
    return performance.now() - startedAt
  })
  closeSync(file)
  rmSync(path)
  return median(times)
}
