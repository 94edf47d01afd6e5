import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import { openAPIRouteHandler } from 'hono-openapi'
import type { AppContext } from './context.ts'
import { sameSiteOnly } from './http/authenticate.ts'
import { limitBody } from './http/body-limit.ts'
import { isPageRequest, sendNotFoundPage } from './http/not-found-page.ts'
import { toProblem } from './http/problem.ts'
import { assignRequestId, logRequests, type RequestLogLine } from './http/request-log.ts'
import { pageRoutes } from './http/static-pages.ts'
import { archiveRoutes } from './routes/archive.ts'
import { awardRoutes } from './routes/awards/awards.ts'
import { challengeRoutes } from './routes/awards/challenges.ts'
import { ballotRoutes } from './routes/ballots.ts'
import { bulkRoutes } from './routes/bulk.ts'
import { captionRoutes } from './routes/captions.ts'
import { codeRoutes } from './routes/codes/codes.ts'
import { shortAddressRoutes } from './routes/codes/short-address.ts'
import { copyAndDeleteRoutes } from './routes/copy-and-delete.ts'
import { cueRoutes } from './routes/cues.ts'
import { entryRoutes } from './routes/entries.ts'
import { eventRoutes } from './routes/events.ts'
import { feedbackRoutes } from './routes/feedback.ts'
import { filmRoutes } from './routes/films/films.ts'
import { healthRoutes } from './routes/health.ts'
import { admitAndMergeRoutes } from './routes/judges/admit-and-merge.ts'
import { correctRoutes } from './routes/judges/correct.ts'
import { joinRoutes } from './routes/judges/join.ts'
import { judgeDataRoutes } from './routes/judges/judge-data.ts'
import { judgeRoutes } from './routes/judges/judges.ts'
import { removeRecentRoutes } from './routes/judges/remove-recent.ts'
import { keyRoutes } from './routes/keys.ts'
import { linkRoutes } from './routes/links.ts'
import { metricsRoutes } from './routes/metrics.ts'
import { networkRoutes } from './routes/network.ts'
import { pictureRoutes } from './routes/pictures/pictures.ts'
import { slideRoutes } from './routes/pictures/slides.ts'
import { rehearsalRoutes } from './routes/rehearsals.ts'
import { resultRoutes } from './routes/results.ts'
import { runningOrderRoutes } from './routes/running-order.ts'
import { sessionRoutes } from './routes/session.ts'
import { plainFileRoutes } from './routes/showcase/plain-files.ts'
import { whereNextRoutes } from './routes/showcase/where-next.ts'
import { stageRoutes } from './routes/stage.ts'
import { eventPictureLimits } from './rules/pictures/picture.ts'
import { Refusal, refuse } from './rules/refusal.ts'
import { maxArchiveBytes } from './schema/limits.ts'

// Set before next(): changing the headers of a finished Response clones it.
const answerHeaders = createMiddleware(async (c, next) => {
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'no-referrer')
  await next()
})

/** No address contains a NUL, and PostgreSQL refuses text that does. */
const noNul = createMiddleware(async (c, next) => {
  if (c.req.url.includes('%00')) refuse('no-such-page')
  await next()
})

const compressed = compress()
const maxBodyBytes = 256 * 1024
/** Addresses that take a picture, a slide or a part of a film. */
const isPicturePath = /\/(picture|slides\/[^/]+|film\/[^/]+\/[^/]+)$/

/** Every route on one page. */
export function makeApp(
  context: AppContext,
  log: (failure: unknown, requestId?: string) => void,
  logRequest: (line: RequestLogLine) => void = () => {},
) {
  const api = new Hono()
    .route('/', healthRoutes(context))
    .route('/', sessionRoutes(context))
    .route('/', codeRoutes(context))
    .route('/', eventRoutes(context))
    .route('/', entryRoutes(context))
    .route('/', runningOrderRoutes(context))
    .route('/', bulkRoutes(context))
    .route('/', joinRoutes(context))
    .route('/', correctRoutes(context))
    .route('/', admitAndMergeRoutes(context))
    .route('/', judgeRoutes(context))
    .route('/', judgeDataRoutes(context))
    .route('/', removeRecentRoutes(context))
    .route('/', pictureRoutes(context))
    .route('/', slideRoutes(context))
    .route('/', filmRoutes(context))
    .route('/', stageRoutes(context))
    .route('/', cueRoutes(context))
    .route('/', captionRoutes(context))
    .route('/', ballotRoutes(context))
    .route('/', whereNextRoutes(context))
    .route('/', plainFileRoutes(context))
    .route('/', awardRoutes(context))
    .route('/', challengeRoutes(context))
    .route('/', resultRoutes(context))
    .route('/', feedbackRoutes(context))
    .route('/', archiveRoutes(context))
    .route('/', rehearsalRoutes(context))
    .route('/', copyAndDeleteRoutes(context))
    .route('/', keyRoutes(context))
    .route('/', linkRoutes(context))
    .route('/', networkRoutes(context))

  const app = new Hono()
  const problem = toProblem(log)
  app.onError((failure, c) => {
    context.databaseHealth.failed(failure)
    if (failure instanceof Refusal && failure.code === 'no-such-page' && isPageRequest(c)) return sendNotFoundPage(c)
    return problem(failure, c)
  })
  app.notFound(() => refuse('no-such-page'))
  const pageHeaders = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      // A film that the desk hands over, or that the stage has fetched beforehand.
      mediaSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
    },
    xFrameOptions: 'SAMEORIGIN',
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: false,
    // These two are for Internet Explorer and Flash.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    // On plain http browsers ignore these two and log a warning.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  })
  app.use('/api/*', assignRequestId)
  app.use(logRequests(context, logRequest))
  // JSON, scripts and styles carry only the headers that matter for them: hall Wi-Fi is slow.
  app.use((c, next) => (/^\/(api|assets)\//.test(c.req.path) ? answerHeaders(c, next) : pageHeaders(c, next)))
  app.use(noNul)
  // Compress GETs only: mutation replies and /time are too small.
  app.get('/api/*', (c, next) => (c.req.path === '/api/time' ? next() : compressed(c, next)))
  const [small, picture, archive] = [
    limitBody(maxBodyBytes),
    limitBody(eventPictureLimits.bytes),
    limitBody(maxArchiveBytes),
  ]
  app.use('/api/*', (c, next) => {
    const { path } = c.req
    const limit = path === '/api/archive' ? archive : isPicturePath.test(path) ? picture : small
    return limit(c, next)
  })
  app.use('/api/*', sameSiteOnly(context))
  app.get(
    '/api/openapi.json',
    openAPIRouteHandler(api, {
      documentation: {
        openapi: '3.1.0',
        info: { title: 'Demo Hour', version: context.version, description: 'Runs the last hour of a hack day.' },
        servers: [{ url: '/api' }],
        components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
      },
    }),
  )
  const typed = app.route('/api', api)
  typed.route('/', pageRoutes(context))
  typed.route('/', metricsRoutes(context))
  // Last: its pattern matches every address of five to seven letters, such as /metrics.
  typed.route('/', shortAddressRoutes(context))
  context.rehearsalRunner.openFor(typed.fetch)
  return typed
}

export type App = ReturnType<typeof makeApp>
