import { monitorEventLoopDelay } from 'node:perf_hooks'

type Labels = Record<string, string | number>
type Kind = 'counter' | 'gauge' | 'histogram'

/** Upper bounds in seconds: from a tap on an idle laptop to a database that hangs. */
const bounds = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/**
 * What this instance has done and how it is, in the text format of Prometheus (version 0.0.4). Labels are routes, methods and
 * statuses: never an event, a key or a person.
 */
export function makeMetrics(about: Labels) {
  const counts = new Map<string, number>()
  const histograms = new Map<string, { buckets: number[]; sum: number; count: number }>()
  const loop = monitorEventLoopDelay({ resolution: 20 })
  loop.enable()
  const add = (series: string, by: number) => counts.set(series, (counts.get(series) ?? 0) + by)

  function took(series: string, seconds: number): void {
    const kept = histograms.get(series) ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 }
    histograms.set(series, kept)
    const at = bounds.findIndex((bound) => seconds <= bound)
    if (at >= 0) kept.buckets[at]! += 1
    kept.sum += seconds
    kept.count += 1
  }

  return {
    /** A request was answered. A feed is counted when it opens and is not timed: it lasts an evening. */
    answered(request: { route: string; method: string; status: number; seconds: number | undefined }): void {
      const { route, method, status, seconds } = request
      add(labelled({ route, method, status }), 1)
      if (seconds !== undefined) took(labelled({ route, method }), seconds)
    },
    /** So many ballots were committed as one. */
    committed(ballots: number, seconds: number): void {
      add('ballots', ballots)
      took('commit', seconds)
    },
    /** Everything, as text. `now` is what others know this moment. */
    text(now: { listeners: number; databaseAnswers: boolean }): string {
      const answers = [...counts].filter(([series]) => series.startsWith('{'))
      const routes = [...histograms].filter(([series]) => series.startsWith('{'))
      const commits = histograms.get('commit') ?? { buckets: bounds.map(() => 0), sum: 0, count: 0 }
      const { rss, heapUsed } = process.memoryUsage()
      const cpu = process.cpuUsage()
      const single = (name: string, kind: Kind, help: string, value: number, labels: Labels = {}) =>
        family(name, kind, help, [`${name}${labelled(labels)} ${value}`])
      const lines = [
        single('demo_hour_info', 'gauge', 'This instance', 1, about),
        single('demo_hour_database_up', 'gauge', 'Whether the database answers', now.databaseAnswers ? 1 : 0),
        single('demo_hour_feed_listeners', 'gauge', 'Screens and phones that listen here', now.listeners),
        single('demo_hour_ballots_saved_total', 'counter', 'Ballots committed', counts.get('ballots') ?? 0),
        family('demo_hour_ballot_commit_seconds', 'histogram', 'How long a commit of ballots took', [
          ...spread('demo_hour_ballot_commit_seconds', {}, commits),
        ]),
        family(
          'demo_hour_http_requests_total',
          'counter',
          'Requests answered',
          answers.map(([series, count]) => `demo_hour_http_requests_total${series} ${count}`),
        ),
        family(
          'demo_hour_http_request_seconds',
          'histogram',
          'How long an answer took',
          routes.flatMap(([series, kept]) => spread('demo_hour_http_request_seconds', series, kept)),
        ),
        single('nodejs_eventloop_lag_p99_seconds', 'gauge', 'How late the loop is', loop.percentile(99) / 1e9),
        single('process_resident_memory_bytes', 'gauge', 'Resident memory', rss),
        single('nodejs_heap_size_used_bytes', 'gauge', 'Heap in use', heapUsed),
        single('process_cpu_seconds_total', 'counter', 'CPU time', (cpu.user + cpu.system) / 1e6),
        single('process_start_time_seconds', 'gauge', 'When it started', performance.timeOrigin / 1000),
      ]
      return `${lines.flat().join('\n')}\n`
    },
    stop: () => loop.disable(),
  }
}

export type Metrics = ReturnType<typeof makeMetrics>

const family = (name: string, kind: Kind, help: string, series: string[]) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${kind}`,
  ...series,
]

function labelled(labels: Labels): string {
  const quoted = Object.entries(labels).map(([name, value]) => `${name}="${String(value).replace(/[\\"\n]/g, '\\$&')}"`)
  return quoted.length > 0 ? `{${quoted.join(',')}}` : ''
}

function spread(
  name: string,
  series: string | Labels,
  kept: { buckets: number[]; sum: number; count: number },
): string[] {
  const labels = typeof series === 'string' ? series : labelled(series)
  const within = (bound: string) => (labels ? labels.replace(/\}$/, `,le="${bound}"}`) : `{le="${bound}"}`)
  let sum = 0
  const buckets = bounds.map((bound, n) => {
    sum += kept.buckets[n]!
    return `${name}_bucket${within(String(bound))} ${sum}`
  })
  return [
    ...buckets,
    `${name}_bucket${within('+Inf')} ${kept.count}`,
    `${name}_sum${labels} ${kept.sum}`,
    `${name}_count${labels} ${kept.count}`,
  ]
}
