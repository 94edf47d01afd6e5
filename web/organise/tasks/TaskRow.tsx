import { Show } from 'solid-js'
import type { Task, TaskState } from './task-list.ts'
import * as styles from './tasks.module.css'

const states: Record<TaskState, { words: string; style: string }> = {
  missing: { words: 'To do', style: styles.missing },
  worth: { words: 'Worth doing', style: styles.worth },
  done: { words: 'Done', style: styles.done },
  optional: { words: 'Optional', style: styles.optional },
  later: { words: 'Later', style: styles.later },
}

export function TaskRow(props: { task: Task; addressOf: (page: string) => string }) {
  return (
    <li class={styles.task}>
      <div>
        <h3>
          <Show when={props.task.state !== 'later'} fallback={props.task.name}>
            <a
              href={props.task.address ?? props.addressOf(props.task.id)}
              target={props.task.ownWindow && '_blank'}
              rel={props.task.ownWindow && 'noopener'}
            >
              {props.task.name}
            </a>
          </Show>
        </h3>
        <p class="dim" dir="auto">
          {props.task.about}
        </p>
      </div>
      <Show when={props.task.state}>
        {(state) => <span class={`${styles.state} ${states[state()].style}`}>{states[state()].words}</span>}
      </Show>
    </li>
  )
}
