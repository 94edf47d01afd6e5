import { For, onMount, Show } from 'solid-js'
import type { JudgeName } from '../../../api/schema/judge.ts'

type Props = {
  candidates: JudgeName[]
  busy: boolean
  onClaim: (candidate: JudgeName) => void
  onSomebodyElse: () => void
  onBack: () => void
}

export function SameName(props: Props) {
  let heading!: HTMLHeadingElement
  onMount(() => heading.focus())
  return (
    <section class="form" aria-labelledby="same-name">
      <h2 id="same-name" ref={heading} tabindex="-1">
        {props.candidates.length === 1 ? 'Is this you?' : 'Are you one of these?'}
      </h2>
      <For each={props.candidates}>
        {(candidate) => (
          <Show
            when={candidate.arrived}
            fallback={
              <button class="button" type="button" aria-disabled={props.busy} onClick={() => props.onClaim(candidate)}>
                Yes, I am <span dir="auto">{candidate.name}</span>
              </button>
            }
          >
            <div>
              <p>
                <strong dir="auto">{candidate.name}</strong> is judging on another phone.
              </p>
              <p>
                If that is you: on that phone, choose “See all teams”, then “Use another phone…”, and scan the code with
                this one. If that phone is not at hand, the desk can help.
              </p>
            </div>
          </Show>
        )}
      </For>
      <button class="button quiet" type="button" aria-disabled={props.busy} onClick={props.onSomebodyElse}>
        No, I am someone else
      </button>
      <button class="button quiet" type="button" onClick={props.onBack}>
        Change my name
      </button>
    </section>
  )
}
