import { createEffect, For, Show } from 'solid-js'
import { ManyField } from '../../ui/fields/ManyField.tsx'
import { CostFormEnd } from '../cost/CostFormEnd.tsx'
import { createCostForm } from '../cost/cost-form.ts'
import * as styles from '../organise.module.css'
import type { Organising } from '../organising.ts'
import { ChallengeFields } from './ChallengeFields.tsx'
import { challengeCostWords, chosenWords } from './challenge-words.ts'
import {
  blankChallenge,
  type ChallengesValues,
  challengesBody,
  challengesValues,
  checkChallengeValues,
  maxChallenges,
  mergeChallenges,
  mergeIds,
} from './challenges-form.ts'

export function ChallengesSection(props: { organising: Organising }) {
  let list!: HTMLUListElement
  let heading!: HTMLHeadingElement
  const now = props.organising.now
  const saved = () => challengesValues(now.event.challenges, now.judges)
  const costForm = createCostForm<ChallengesValues>({
    saved,
    check: checkChallengeValues,
    async send(values, accept) {
      const { challenges, challengeOnlyIds } = challengesBody(values)
      const latest = await props.organising.readChallenges()
      await props.organising.saveChallenges({
        challenges: mergeChallenges(challenges, base.challenges, latest),
        challengeOnlyIds: mergeIds(challengeOnlyIds, base.challengeOnlyIds, saved().challengeOnlyIds),
        accept,
      })
    },
  })
  const { form } = costForm
  let base = saved()
  createEffect(() => {
    const latest = saved()
    if (!form.changed()) base = latest
  })
  const challenges = () => form.values.challenges
  const frozen = () => now.event.phase !== 'setup' && now.event.phase !== 'live'
  const judges = () => {
    const chosen = new Set([...challenges().flatMap(({ judgeIds }) => judgeIds), ...form.values.challengeOnlyIds])
    return now.judges
      .filter(({ id, status }) => status !== 'removed' || chosen.has(id))
      .map(({ id, name, role, organisation, status }) => ({
        value: id,
        label: name,
        hint: [role, organisation, status === 'removed' ? 'off the panel' : ''].filter(Boolean).join(', '),
      }))
  }
  const challengeJudges = () =>
    judges().filter(
      ({ value }) =>
        form.values.challengeOnlyIds.includes(value) || challenges().some(({ judgeIds }) => judgeIds.includes(value)),
    )
  const teams = () =>
    now.entries.filter(({ warmUp }) => !warmUp).map(({ id, team, title }) => ({ value: id, label: team, hint: title }))

  function add() {
    form.change((draft) => {
      draft.challenges.push(blankChallenge())
    })
    list.querySelector<HTMLInputElement>('li:last-child input')?.focus()
  }
  function remove(n: number) {
    form.change((draft) => {
      draft.challenges.splice(n, 1)
    })
    const rows = list.querySelectorAll<HTMLElement>('[data-challenge] > summary')
    const next = rows[Math.min(n, rows.length - 1)] ?? heading
    next.focus()
  }

  return (
    <section class="section" id="challenges" aria-labelledby="challenges-title">
      <header>
        <h2 id="challenges-title" ref={heading} tabindex="-1">
          Challenges
        </h2>
        <p class="dim">
          Prizes with their own judges, for the teams that choose them: a sponsor’s, or a service’s. Leave this empty if
          there are none.
        </p>
      </header>
      <Show when={frozen()}>
        <p class={styles.note}>
          {now.event.phase === 'closed'
            ? 'Scoring has closed. You can still change the words of a challenge; its judges, teams and questions stay.'
            : 'The result was fixed when the reveal began, so the challenges stay as they are.'}
        </p>
      </Show>
      <Show when={!frozen() && props.organising.scored()}>
        <p class={styles.note}>
          Judges have scored. You can still improve the words. Before any other change, you see what it would cost.
        </p>
      </Show>
      <form class="form" onSubmit={form.submit} novalidate aria-labelledby="challenges-title">
        <ul class={styles.criteria} ref={list}>
          <For each={challenges()}>
            {(challenge, n) => (
              <ChallengeFields
                form={form}
                challenge={challenge}
                n={n()}
                judges={judges()}
                teams={teams()}
                frozen={frozen()}
                onRemove={() => remove(n())}
              />
            )}
          </For>
        </ul>
        <Show when={!frozen()}>
          <div class="buttons">
            <Show
              when={challenges().length < maxChallenges}
              fallback={<p class="dim">An event takes at most {maxChallenges} challenges.</p>}
            >
              <button class="button quiet" type="button" onClick={add}>
                Add a challenge
              </button>
            </Show>
          </div>
        </Show>
        <Show when={challengeJudges().length}>
          <ManyField
            label="Judges of challenges only"
            count={chosenWords.challengeOnly(form.values.challengeOnlyIds.length)}
            hint="They see the teams of their challenges alone, their marks do not count for the places, and the room never waits for them."
            filterLabel="Find a judge"
            options={challengeJudges()}
            chosen={form.values.challengeOnlyIds}
            problem={form.problemOf('challengeOnlyIds')}
            disabled={frozen()}
            onChange={(ids) =>
              form.change((draft) => {
                draft.challengeOnlyIds = ids
              })
            }
          />
        </Show>
        <Show when={now.event.challenges.length || form.changed()}>
          <CostFormEnd costForm={costForm} words={challengeCostWords} />
        </Show>
      </form>
    </section>
  )
}
