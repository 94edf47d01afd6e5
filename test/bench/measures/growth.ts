import { onServer } from './ballots.ts'
import { benchCue } from './cue.ts'
import { cueAcross } from './instances.ts'
import { panelOf, timesOf } from './ranking.ts'
import { benchScreens } from './screens.ts'

type Step = { of: string; run: () => Promise<object> }

export function growth(tiny: boolean): Step[] {
  const seconds = tiny ? 0.1 : 1
  const steps = <Size>(full: Size[], few: Size[]) => (tiny ? few : full)
  return [
    ...steps([10, 100, 1000, 10_000], [2]).map((screens) => ({
      of: 'screens',
      run: () => benchScreens({ screens, yardsticks: false }, 1),
    })),
    ...steps([1, 8, 64, 512], [2]).flatMap((phones) =>
      (['postgres', 'embedded'] as const).map((database) => ({
        of: 'phones',
        run: async () => ({ database, phones, ...(await onServer(database, { phones, seconds }, 1, false)) }),
      })),
    ),
    ...steps([1, 2, 3], [2]).map((instances) => ({
      of: 'instances',
      run: async () => ({
        instances,
        ...(await cueAcross({ instances, screens: tiny ? 2 : 50, cues: tiny ? 1 : 20 }, 1)),
      }),
    })),
    ...steps([5, 15, 30, 60], [5]).map((entries) => ({
      of: 'entries',
      run: async () => ({
        ...(await benchCue({ screens: tiny ? 2 : 200, cues: tiny ? 1 : 20, entries }, 1)),
        ranking: timesOf(panelOf(entries, 80, 0.6), tiny ? 1 : 11),
      }),
    })),
  ]
}
