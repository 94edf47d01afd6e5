import { countOf, plural } from '../../../api/rules/words/plural.ts'
import type { Rehearsal, RehearsalReport } from '../../../api/schema/rehearsal.ts'
import { lengthWords, plannedSeconds } from '../check-list.ts'
import type { Organised } from '../organising.ts'

const scoringSeconds = 25
const aroundSeconds = 90

export function playWords(now: Pick<Organised, 'event' | 'entries'>, speed: number): string {
  const teams = now.entries.filter((entry) => !entry.skipped).length
  const seconds = (plannedSeconds(now) + teams * scoringSeconds + aroundSeconds) / speed
  return `about ${lengthWords(seconds)}`
}

export function standWords({ state, byHand, report }: Rehearsal): string {
  if (state === 'playing') return byHand ? 'The made-up judges follow your keys' : 'The rehearsal is being played'
  if (state === 'stopped') return 'The rehearsal stopped before its end'
  return report?.broken.length
    ? 'The rehearsal is over: not every promise was kept'
    : 'The rehearsal is over: all went well'
}

export function reportWords({ seconds, tests, kept, broken, taps, lostAnswers }: RehearsalReport): string {
  const many = kept.length + broken.length
  const promises = broken.length
    ? plural(broken.length, {
        one: `1 of ${many} promises was broken.`,
        other: `${broken.length} of ${many} promises were broken.`,
      })
    : `All ${many} promises were kept, tested ${tests.toLocaleString('en-GB')} times.`
  const lost = lostAnswers > 0 ? `, with ${lostAnswers} answers lost on purpose` : ''
  const length = seconds < 100 ? countOf(seconds, 'second') : lengthWords(seconds)
  return `Played in ${length}: ${taps.toLocaleString('en-GB')} taps by the judges${lost}. ${promises}`
}
