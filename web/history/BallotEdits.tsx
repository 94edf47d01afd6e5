import { createMemo, For, Show } from 'solid-js'
import type { BallotEdit } from '../../api/schema/history.ts'
import type { Criterion } from '../../api/schema/judging/criterion.ts'
import { editsByJudge } from './history-edits.ts'
import { JudgeEdits } from './JudgeEdits.tsx'

type Props = {
  ballots: BallotEdit[]
  criteria: Criterion[]
  team: (entryId: string) => string
  judge: (judgeId: string) => string
  day: string | null
  secret: boolean
}

export function BallotEdits(props: Props) {
  const edits = createMemo(() => editsByJudge(props.ballots, props.criteria))
  return (
    <Show when={edits().size > 0} fallback={<p>No judge has scored.</p>}>
      <p class="dim">
        Grouped by judge. Comments are mentioned, but their text is not shown.
        {props.secret ? ' The marks give the order away: mind who can see this screen.' : ''}
      </p>
      <div>
        <For each={[...edits().keys()]}>
          {(judgeId) => (
            <JudgeEdits
              name={props.judge(judgeId)}
              edits={edits().get(judgeId) ?? []}
              team={props.team}
              day={props.day}
            />
          )}
        </For>
      </div>
    </Show>
  )
}
