import type { Entry } from '../../../api/schema/entry.ts'
import type { Event } from '../../../api/schema/event.ts'
import { createForm } from '../../core/form.ts'
import { ManyField } from '../../ui/fields/ManyField.tsx'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import type { Teams } from '../organising-teams.ts'
import type { OpenRow } from '../table/open-row.ts'

type Props = { entry: Entry; event: Event; teams: Teams; rows: OpenRow }

export function TeamChallenges(props: Props) {
  const form = createForm({
    saved: () => ({
      challengeIds: props.event.challenges
        .filter(({ entryIds }) => entryIds.includes(props.entry.id))
        .map(({ id }) => id),
    }),
    async send({ challengeIds }) {
      await props.teams.chooseChallenges(props.entry.id, challengeIds)
      return 'Saved'
    },
  })
  props.rows.followForm(props.entry.id, form)
  return (
    <form class="form" onSubmit={form.submit} novalidate aria-label={`Challenges of ${props.entry.team}`}>
      <ManyField
        label="Takes part in"
        count={`${form.values.challengeIds.length} of ${props.event.challenges.length} challenges`}
        filterLabel="Find a challenge"
        options={props.event.challenges.map(({ id, name, givenBy }) => ({ value: id, label: name, hint: givenBy }))}
        chosen={form.values.challengeIds}
        problem={form.problemOf('challengeIds')}
        onChange={(chosen) =>
          form.change((draft) => {
            draft.challengeIds = chosen
          })
        }
      />
      <FormEnd form={form} label="Save the challenges" />
    </form>
  )
}
