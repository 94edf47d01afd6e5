import { Show } from 'solid-js'
import type { Event } from '../../api/schema/event.ts'
import type { TeamPack } from '../../api/schema/feedback.ts'
import { startWords } from '../core/words/event-words.ts'
import { BestQuestion } from '../ui/profile/BestQuestion.tsx'
import { Comments } from '../ui/profile/Comments.tsx'
import { Honours } from '../ui/profile/Honours.tsx'
import { NoAward } from '../ui/profile/NoAward.tsx'
import { Profile } from '../ui/profile/Profile.tsx'
import * as styles from './pack.module.css'

export function PackSheet(props: { event: Event; pack: TeamPack }) {
  const entry = () => props.pack.entry
  return (
    <article class={styles.pack}>
      <header>
        <p class="dim" dir="auto">
          {[props.event.name, startWords(props.event)].filter(Boolean).join(' · ')}
        </p>
        <h2 class={styles.packTeam} dir="auto">
          {entry().team}
        </h2>
        <p dir="auto">{entry().title}</p>
      </header>
      <Show when={props.pack.awards.length}>
        <section>
          <h3>What you won</h3>
          <Honours awards={props.pack.awards} />
        </section>
      </Show>
      <Show when={props.pack.disqualified} fallback={<BestQuestion pack={props.pack} event={props.event} level="h3" />}>
        {(reason) => <NoAward reason={reason()} level="h3" />}
      </Show>
      <section>
        <h3>What the judges said</h3>
        <Comments pack={props.pack} />
      </section>
      <Show when={props.pack.disqualified === null}>
        <section>
          <h3>How the judges saw it</h3>
          <Profile pack={props.pack} event={props.event} whole />
          <p class="dim">{props.pack.explanation}</p>
        </section>
      </Show>
    </article>
  )
}
