import { Hono } from 'hono'
import { z } from 'zod'
import type { House } from '../house.ts'
import { checkPaper, editedAtMs, isComplete, sameAsStanding } from '../rules/ballot.ts'
import { refuse } from '../rules/refusal.ts'
import { ballot, ballotBody } from '../schema/ballot.ts'
import { door } from '../session.ts'
import { body, says } from '../shape.ts'
import { findBallot, listBallotsOfJudge } from '../store/ballots.ts'

/** A ballot that meets one change after another is checked anew each time, but not for ever. */
const mostLooks = 5

export const ballotRoutes = (house: House) => {
  async function checkAgainst(slug: string, judgeId: string, paper: Parameters<typeof checkPaper>[1]) {
    const event = await house.memory.event(slug)
    const judge = (await house.memory.judge(event.id, judgeId)) ?? refuse('no-such-judge')
    const { phase, shownIds } = event.show
    checkPaper(
      { phase, shownIds, entryIds: event.entryIds, criteria: event.criteria, judgeStatus: judge.status },
      paper,
    )
    return event
  }

  /** Looks again before it refuses: what is at hand may be a moment older than the cue that let this ballot in. */
  async function check(slug: string, judgeId: string, paper: Parameters<typeof checkPaper>[1]) {
    try {
      return await checkAgainst(slug, judgeId, paper)
    } catch {
      house.memory.forget(await house.memory.event(slug), judgeId)
      return checkAgainst(slug, judgeId, paper)
    }
  }

  return new Hono()
    .get(
      '/events/:slug/ballots',
      says("The judge's own ballots", z.object({ ballots: z.array(ballot) }), ['key-needed']),
      door(house, 'judge'),
      async (c) => c.json({ ballots: await listBallotsOfJudge(house.db.sql, c.var.door.judgeId!) }),
    )
    .put(
      '/events/:slug/ballots/:entryId',
      says('Keeps a whole ballot; answered after it is committed. The newest edit stands', z.object({ ballot }), [
        'scoring-closed',
        'scoring-not-open',
        'not-yet-shown',
        'no-such-entry',
        'score-out-of-range',
        'criterion-not-in-rubric',
        'judge-removed',
        'not-admitted',
        'invalid',
      ]),
      door(house, 'judge'),
      body(ballotBody),
      async (c) => {
        const { scores, comment = '', recused = false, editedAt } = c.req.valid('json')
        const judgeId = c.var.door.judgeId!
        const eventId = c.var.door.eventId!
        const paper = { entryId: c.req.param('entryId'), scores, comment, recused }
        const stamped = new Date(editedAtMs(editedAt, house.now()))
        try {
          for (let look = 1; look <= mostLooks; look += 1) {
            const event = await check(c.req.param('slug'), judgeId, paper)
            const complete = isComplete(paper, event.criteria)
            const { lineUpVersion } = event
            const given = { ...paper, eventId, judgeId, complete, lineUpVersion, editedAt: stamped }
            const standing = await house.box.put(given)
            if (standing) return c.json({ ballot: standing })
            // The statement saw what the check had not: closed, off the panel, or another rubric. The next look says which.
            house.memory.forget(event, judgeId)
          }
          return refuse('scoring-closed')
        } catch (refusal) {
          // A repeat of what was already saved reads as success, even after the close: its first answer was lost on the way.
          const standing = await findBallot(house.db.sql, judgeId, paper.entryId)
          if (standing && sameAsStanding(standing, { ...paper, editedAt: stamped.toISOString() }))
            return c.json({ ballot: standing })
          throw refusal
        }
      },
    )
}
