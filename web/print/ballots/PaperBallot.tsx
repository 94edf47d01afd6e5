import { For, Show } from 'solid-js'
import { ballotCriteria } from '../../../api/rules/ballot/ballot-criteria.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Event } from '../../../api/schema/event.ts'
import type { Judge } from '../../../api/schema/judge.ts'
import type { Criterion } from '../../../api/schema/judging/criterion.ts'
import * as sheetStyles from '../sheet.module.css'
import { levelLine, maxWordedSteps, stepsOf } from './ballot-print.ts'
import * as ballotsStyles from './ballots.module.css'

type Props = { event: Event; judge: Judge | undefined; entry: Entry | undefined }

export function PaperBallot(props: Props) {
  /** The rubric, and the questions of the challenges that the team takes part in; on a sheet for one judge, those of this judge. */
  const questions = () => {
    const { event, judge, entry } = props
    if (judge) return ballotCriteria(event, judge, entry?.id ?? '')
    return [
      ...event.criteria,
      ...event.challenges
        .filter(({ entryIds }) => entry && entryIds.includes(entry.id))
        .flatMap(({ name, criteria }) =>
          criteria.map((criterion) => ({ ...criterion, name: `${criterion.name} (judges of “${name}” only)` })),
        ),
    ]
  }
  const worded = (criterion: Criterion) => stepsOf(criterion).length <= maxWordedSteps
  return (
    <article class={ballotsStyles.ballotPaper} data-cut data-piece>
      <header>
        <p>
          Judge <strong dir="auto">{props.judge?.name}</strong>
        </p>
        <p>
          Team <strong dir="auto">{props.entry ? `${props.entry.slot}. ${props.entry.team}` : ''}</strong>
        </p>
      </header>
      <For each={questions()}>
        {(criterion) => (
          <div class={ballotsStyles.question}>
            <p class={ballotsStyles.questionName} dir="auto">
              {criterion.name}
            </p>
            <ol classList={{ [ballotsStyles.steps]: true, [ballotsStyles.worded]: worded(criterion) }}>
              <For each={stepsOf(criterion)}>
                {(step) => (
                  <li>
                    <span class={sheetStyles.box} /> <b>{step}</b>
                    <Show when={worded(criterion) && criterion.levels[step]}>
                      {(words) => <span dir="auto"> {words()}</span>}
                    </Show>
                  </li>
                )}
              </For>
            </ol>
            <Show when={!worded(criterion) && levelLine(criterion)}>
              {(words) => (
                <p class={ballotsStyles.questionLevels} dir="auto">
                  {words()}
                </p>
              )}
            </Show>
          </div>
        )}
      </For>
      <p class={ballotsStyles.write}>A few words for the team, who will read them:</p>
      <div class={ballotsStyles.ruled} />
      <div class={ballotsStyles.ruled} />
      <footer>
        <p>
          <span class={sheetStyles.box} /> I step aside from this team: I work with them, or have an interest.
        </p>
        <p class={ballotsStyles.sign}>Initials</p>
      </footer>
    </article>
  )
}
