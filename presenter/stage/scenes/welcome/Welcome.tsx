import { createMemo, For, Show } from 'solid-js'
import { plural } from '../../../../api/rules/words/plural.ts'
import { capitalise } from '../../../../web/core/words/capitalise.ts'
import { Qr } from '../../../../web/ui/page/Qr.tsx'
import { Code } from '../../../parts/Code.tsx'
import { FitText } from '../../../parts/FitText.tsx'
import * as pictureStyles from '../../../parts/picture.module.css'
import { countWords, minutesWords } from '../../../parts/words.ts'
import { Countdown } from '../../parts/Countdown.tsx'
import { EventPicture } from '../../parts/EventPicture.tsx'
import { createTurns } from '../../parts/turns.ts'
import type { StageProps } from '../../stage-props.ts'
import { JudgesHere } from './JudgesHere.tsx'
import { PassingTeam } from './PassingTeam.tsx'
import * as styles from './welcome.module.css'

const teamMs = 10_000

export function Welcome(props: StageProps) {
  const teams = createMemo(() => props.entries.filter((entry) => !entry.warmUp && !entry.skipped))
  const team = createTurns(teams, () => props.nowMs, teamMs)
  const teamId = createMemo(() => team()?.id)
  return (
    <div class={`${pictureStyles.scene} ${styles.welcome}`}>
      <div class={styles.words}>
        <p class={pictureStyles.headline}>
          <span class={pictureStyles.chip}>Welcome</span>
          <span class={`dim ${styles.venue}`} dir="auto">
            {props.event.venue}
          </span>
        </p>
        <div class={styles.event}>
          <FitText class={styles.name} words={props.event.name} largest={8.8} smallest={5}>
            <h2>{props.event.name}</h2>
          </FitText>
          <Show when={props.event.picture}>
            {(address) => <EventPicture class={styles.eventPicture} address={address()} />}
          </Show>
        </div>
        <ol class={styles.steps}>
          <For each={stepsOf(props)}>{(words) => <li>{words}</li>}</For>
        </ol>
        <p class={`${styles.programme} dim`}>{programme(props)}</p>
        <div class={styles.passing}>
          <Show when={teamId()} keyed>
            {(_id) => <Show when={team()}>{(entry) => <PassingTeam entry={entry()} />}</Show>}
          </Show>
        </div>
        <div class={styles.foot}>
          <JudgesHere count={props.stage.scoring.of} />
          <Show when={props.event.startsAt}>
            {(startsAt) => (
              <Countdown class={styles.start} before="We start" toMs={Date.parse(startsAt())} nowMs={props.nowMs} />
            )}
          </Show>
        </div>
      </div>
      <div class={styles.code}>
        <Qr class={pictureStyles.qr} text={props.event.joinUrl} label={`QR code for ${props.event.joinUrl}`} />
        <Code event={props.event} />
      </div>
    </div>
  )
}

const stepsOf = ({ event }: Pick<StageProps, 'event'>) =>
  event.admission === 'link' ? ['Scan your badge', 'Follow the stage', 'Score'] : ['Scan', 'Say your name', 'Score']

function programme({ event, stage: { slots } }: Pick<StageProps, 'event' | 'stage'>): string {
  if (slots === 0) return 'The teams will appear here.'
  const teams = capitalise(countWords(slots, 'team'))
  if (event.scoring === 'any-order') return `${teams}.`
  const length = capitalise(minutesWords(event.talkSeconds * 1000))
  return plural(slots, { one: `${teams}. ${length}.`, other: `${teams}. ${length} each.` })
}
