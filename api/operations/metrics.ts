import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/** Memory, CPU and event loop of this process; created once, as its monitor runs for as long as the process does. */
let processRegistry: Registry | undefined

export type RequestMetric = {
  route: string
  method: string
  status: number
  /** Undefined for a feed: it is counted when it opens, and lasts as long as the show. */
  seconds: number | undefined
}

/** Counters and timings of one instance for Prometheus. Labels are routes, methods and statuses: never an event, a key or a person. */
export function createMetrics(about: { version: string; database: string; instance: string }) {
  const registry = new Registry()
  const registers = [registry]
  const info = new Gauge({ name: 'demo_hour_info', help: 'This instance', labelNames: Object.keys(about), registers })
  info.set(about, 1)
  const databaseUp = new Gauge({ name: 'demo_hour_database_up', help: 'Whether the database answers', registers })
  const listeners = new Gauge({
    name: 'demo_hour_feed_listeners',
    help: 'Screens and phones with an open feed',
    registers,
  })
  const ballots = new Counter({ name: 'demo_hour_ballots_saved_total', help: 'Ballots committed', registers })
  const commits = new Histogram({
    name: 'demo_hour_ballot_commit_seconds',
    help: 'Duration of a commit of ballots',
    buckets,
    registers,
  })
  const requests = new Counter({
    name: 'demo_hour_http_requests_total',
    help: 'Requests answered',
    labelNames: ['route', 'method', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'demo_hour_http_request_seconds',
    help: 'Duration of a request',
    labelNames: ['route', 'method'],
    buckets,
    registers,
  })

  return {
    countRequest({ route, method, status, seconds }: RequestMetric): void {
      requests.inc({ route, method, status })
      if (seconds !== undefined) durations.observe({ route, method }, seconds)
    },
    countCommit(ballotCount: number, seconds: number): void {
      ballots.inc(ballotCount)
      commits.observe(seconds)
    },
    /** The text format of Prometheus, with the two values that others hold at this moment. */
    text(now: { listeners: number; databaseAnswers: boolean }): Promise<string> {
      listeners.set(now.listeners)
      databaseUp.set(now.databaseAnswers ? 1 : 0)
      return Registry.merge([registry, processMetrics()]).metrics()
    },
  }
}

export type Metrics = ReturnType<typeof createMetrics>

function processMetrics(): Registry {
  if (!processRegistry) {
    processRegistry = new Registry()
    collectDefaultMetrics({ register: processRegistry })
  }
  return processRegistry
}
