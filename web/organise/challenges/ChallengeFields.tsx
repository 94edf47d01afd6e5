import { Show, untrack } from 'solid-js'
import type { Form } from '../../core/form.ts'
import { LongField } from '../../ui/fields/LongField.tsx'
import { ManyField } from '../../ui/fields/ManyField.tsx'
import { openOnProblem } from '../../ui/fields/open-on-problem.ts'
import { TextField } from '../../ui/fields/TextField.tsx'
import * as styles from '../organise.module.css'
import { ChallengeQuestions } from './ChallengeQuestions.tsx'
import { challengeSummary, chosenWords } from './challenge-words.ts'
import type { ChallengesValues, ChallengeValues } from './challenges-form.ts'

export type Choices = { value: string; label: string; hint?: string }[]
type Props = {
  form: Form<ChallengesValues>
  challenge: ChallengeValues
  n: number
  judges: Choices
  teams: Choices
  frozen: boolean
  onRemove: () => void
}

export function ChallengeFields(props: Props) {
  const problemOf = (field: string) => props.form.problemOf(`challenges/${props.n}/${field}`)
  const change = (make: (draft: ChallengeValues) => void) =>
    props.form.change(({ challenges }) => {
      const draft = challenges[props.n]
      if (draft) make(draft)
    })
  const set = (field: 'name' | 'givenBy' | 'description') => (value: string) =>
    change((draft) => {
      draft[field] = value
    })
  const choose = (field: 'judgeIds' | 'entryIds') => (ids: string[]) =>
    change((draft) => {
      draft[field] = ids
    })
  const isNew = untrack(() => !props.challenge.name)
  let details!: HTMLDetailsElement
  openOnProblem(
    () => details,
    () => Boolean(props.form.problemOf(`challenges/${props.n}`)),
  )

  return (
    <li>
      <details class={styles.question} data-challenge open={isNew} ref={details}>
        <summary>
          <span class="row-main">
            <strong dir="auto">{props.challenge.name || 'A new challenge'}</strong>
            <span>{challengeSummary(props.challenge)}</span>
          </span>
        </summary>
        <div class={styles.panel}>
          <div class="grid pair">
            <TextField
              label="Name of the challenge"
              value={props.challenge.name}
              onInput={set('name')}
              problem={problemOf('name')}
              input={{ autocomplete: 'off', required: true }}
            />
            <TextField
              label="Given by (optional)"
              value={props.challenge.givenBy}
              onInput={set('givenBy')}
              problem={problemOf('givenBy')}
              input={{ autocomplete: 'off' }}
            />
          </div>
          <LongField
            label="What it is for, in a sentence (optional)"
            value={props.challenge.description}
            onInput={set('description')}
            problem={problemOf('description')}
            rows={2}
          />
          <ManyField
            label="Who judges it"
            count={chosenWords.judges(props.challenge.judgeIds.length, props.judges.length)}
            filterLabel="Find a judge"
            options={props.judges}
            chosen={props.challenge.judgeIds}
            problem={problemOf('judgeIds')}
            disabled={props.frozen}
            onChange={choose('judgeIds')}
          />
          <ManyField
            label="Which teams take part"
            count={chosenWords.teams(props.challenge.entryIds.length, props.teams.length)}
            hint="Teams can also choose it on their own page, until judges have scored."
            filterLabel="Find a team"
            options={props.teams}
            chosen={props.challenge.entryIds}
            problem={problemOf('entryIds')}
            disabled={props.frozen}
            onChange={choose('entryIds')}
          />
          <ChallengeQuestions
            challenge={props.challenge}
            frozen={props.frozen}
            problemOf={problemOf}
            onChange={change}
          />
          <Show when={!props.frozen}>
            <div class="buttons">
              <button class="button quiet" type="button" onClick={() => props.onRemove()}>
                Remove this challenge<span class="spoken"> {props.challenge.name}</span>
              </button>
            </div>
          </Show>
        </div>
      </details>
    </li>
  )
}
