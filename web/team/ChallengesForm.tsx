import { createSignal, For, Show } from 'solid-js'
import { Problem } from '../core/api.ts'
import { createForm } from '../core/form.ts'
import { FormEnd } from '../ui/forms/FormEnd.tsx'
import type { ChallengeStore } from './own-challenges.ts'

type Props = { own: ChallengeStore; fixed: string }

export function ChallengesForm(props: Props) {
  const [late, setLate] = createSignal('')
  const challenges = () => props.own.challenges()
  const form = createForm({
    saved: () => ({ challengeIds: props.own.chosenIds() }),
    async send({ challengeIds }) {
      try {
        await props.own.choose(challengeIds)
        return 'Saved'
      } catch (failure) {
        if (failure instanceof Problem && failure.code === 'too-late-to-change') {
          setLate(`${failure.detail ?? failure.title}.`)
          form.restore()
        }
        throw failure
      }
    },
  })
  const fixed = () => props.fixed || late()
  const set = (id: string, yes: boolean) =>
    form.change((draft) => {
      const others = draft.challengeIds.filter((other) => other !== id)
      draft.challengeIds = yes ? [...others, id] : others
    })

  return (
    <Show when={challenges().length}>
      <form class="form" onSubmit={form.submit} novalidate aria-labelledby="challenges">
        <h2 id="challenges">Challenges</h2>
        <p class="dim" role={late() ? 'alert' : undefined}>
          {fixed() || 'Prizes of their own. Choose those that your entry is for; each has its own judges.'}
        </p>
        <fieldset class="choice">
          <legend class="spoken">Challenges that you take part in</legend>
          <For each={challenges().map(({ id }) => id)}>
            {(id) => {
              const challenge = () => challenges().find((challenge) => challenge.id === id)!
              return (
                <label class="choice-option">
                  <input
                    type="checkbox"
                    checked={form.values.challengeIds.includes(id)}
                    disabled={Boolean(fixed())}
                    onChange={(e) => set(id, e.currentTarget.checked)}
                  />
                  <span>
                    <strong dir="auto">{challenge().name}</strong>
                    <Show when={challenge().givenBy}>
                      <span class="choice-hint">
                        {' '}
                        given by <bdi>{challenge().givenBy}</bdi>
                      </span>
                    </Show>
                    <Show when={challenge().description}>
                      <br />
                      <span class="choice-hint" dir="auto">
                        {challenge().description}
                      </span>
                    </Show>
                  </span>
                </label>
              )
            }}
          </For>
        </fieldset>
        <Show when={!fixed()}>
          <FormEnd form={form} label="Save your challenges" />
        </Show>
      </form>
    </Show>
  )
}
