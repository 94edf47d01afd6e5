import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { packageRoot } from '../api/operations/package-root.ts'

/** The most that a judge's first visit may load, headers included. */
const maxBytes = 40_000
const mostRequests = 8

// Measured by `npm run bench -- F` (Chromium, brotli, http/1.1): the page came with 828 bytes of headers and each file with 378,
// and the three answers of the API to the sample event's eight teams (event 1,197, line-up 1,598, session 381) with theirs in 3,176.
const headerBytes = { page: 850, file: 400 }
const answers = { requests: 4, bytes: 3_675 }

const built = join(packageRoot, 'dist/web')
const page = 'judge.html'

function filesOf(html: string): string[] {
  const named = [...html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="(\/[^"]+)"/g)].map((match) =>
    match[1]!.slice(1),
  )
  const found = new Set<string>()
  const follow = (path: string) => {
    if (found.has(path)) return
    found.add(path)
    if (!path.endsWith('.js')) return
    const code = readFileSync(join(built, path), 'utf8')
    for (const [, from] of code.matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{][^'"`;]*?from\s*)?["'](\.[^"']+)["']/g,
    ))
      follow(posix.join(dirname(path), from!))
  }
  for (const path of named) follow(path)
  return [...found]
}

/** As it is sent: compressed, unless it is a font. */
function sizeOf(path: string): number {
  const compressed = join(built, `${path}.br`)
  return statSync(existsSync(compressed) ? compressed : join(built, path)).size
}

if (!existsSync(join(built, page))) {
  process.stderr.write('There is nothing to weigh. Run npm run build first.\n')
  process.exit(1)
}

const files = [page, ...filesOf(readFileSync(join(built, page), 'utf8'))]
/** The most that the stage's page may load before pictures, without headers. */
const maxStageBytes = 120_000
const stageFiles = ['stage.html', ...filesOf(readFileSync(join(built, 'stage.html'), 'utf8'))]
const stageBytes = stageFiles.reduce((sum, path) => sum + sizeOf(path), 0)

const lines = files.map((path) => ({ what: path, bytes: statSync(join(built, `${path}.br`)).size }))
lines.push({
  what: `headers of the page and ${files.length - 1} files`,
  bytes: headerBytes.page + (files.length - 1) * headerBytes.file,
})
lines.push({ what: `${answers.requests} answers of the API, with headers`, bytes: answers.bytes })
const bytes = lines.reduce((sum, line) => sum + line.bytes, 0)
const requests = files.length + answers.requests
const within = bytes <= maxBytes && requests <= mostRequests

for (const line of lines) process.stdout.write(`${String(line.bytes).padStart(7)}  ${line.what}\n`)
process.stdout.write(
  `The judge's first load: ${bytes} bytes of ${maxBytes}, ${requests} requests of ${mostRequests}${within ? '' : ': too much'}.\n`,
)
const stageWithin = stageBytes <= maxStageBytes
process.stdout.write(
  `The stage's page before pictures: ${stageBytes} bytes of ${maxStageBytes}${stageWithin ? '' : ': too much'}.\n`,
)
process.exit(within && stageWithin ? 0 : 1)
