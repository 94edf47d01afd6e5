import { createMemo, For, Show } from 'solid-js'
import { startWords } from '../../core/words/event-words.ts'
import type { Organised } from '../organising.ts'
import { nextTask } from './next-task.ts'
import { TaskRow } from './TaskRow.tsx'
import { type HomeName, homes, listTasks } from './task-list.ts'
import * as styles from './tasks.module.css'

type Props = { home: HomeName; now: Organised; addressOf: (page: string) => string }

export function TaskHome(props: Props) {
  const tasks = createMemo(() => listTasks(props.home, props.now, Date.now()))
  const next = () => nextTask(props.home, props.now.event, tasks())
  const title = () => homes.find((home) => home.name === props.home)!.title
  const summary = () => [startWords(props.now.event), props.now.event.venue].filter(Boolean).join(' · ')
  return (
    <div class={styles.home}>
      <section aria-labelledby={`${props.home}-title`}>
        <h2 id={`${props.home}-title`}>{title()}</h2>
        <p class="dim" dir="auto">
          {summary()}
        </p>
        <ul class={styles.tasks}>
          <For each={tasks()}>{(task) => <TaskRow task={task} addressOf={props.addressOf} />}</For>
        </ul>
      </section>
      <aside class={styles.next} aria-labelledby={`${props.home}-next`}>
        <h3 id={`${props.home}-next`}>What is next</h3>
        <p role="status" dir="auto">
          {next().words}
        </p>
        <a
          class="button"
          href={next().task.address ?? props.addressOf(next().task.id)}
          target={next().task.ownWindow && '_blank'}
        >
          {next().label}
        </a>
        <Show when={props.home === 'before'}>
          <p>
            On the day you need the projector, this laptop and the code.{' '}
            <a href={`/e/${props.now.event.slug}/check`}>Check the hall</a>
          </p>
        </Show>
      </aside>
    </div>
  )
}
