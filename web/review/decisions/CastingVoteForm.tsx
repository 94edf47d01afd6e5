import { ordinal } from '../../../api/rules/words/ordinal.ts'
import { createForm } from '../../core/form.ts'
import { listNames } from '../../core/words/names.ts'
import { OrderButtons } from '../../ui/buttons/OrderButtons.tsx'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import * as styles from '../review.module.css'
import type { Tie } from '../review-groups.ts'
import type { Reviewing } from '../reviewing.ts'
import { ChairFields } from './ChairFields.tsx'
import { checkDecision } from './review-decision.ts'

type Vote = { entryIds: string[]; by: string; reason: string }

export function CastingVoteForm(props: { reviewing: Reviewing; tie: Tie }) {
  const lastVote = () =>
    props.tie.decided
      ? props.reviewing
          .votes()
          .filter((vote) => !vote.joint && props.tie.entryIds.every((id) => vote.entryIds.includes(id)))
          .pop()
      : undefined
  const form = createForm<Vote>({
    saved: () => ({ entryIds: props.tie.entryIds, by: lastVote()?.byName ?? '', reason: lastVote()?.reason ?? '' }),
    check: checkDecision,
    async send(vote) {
      await props.reviewing.saveVote(vote)
      return `Recorded: ${props.reviewing.team(vote.entryIds[0]!)} is placed first`
    },
  })
  const title = () => {
    const teams = listNames(props.tie.entryIds.map(props.reviewing.team), 4)
    return props.tie.decided ? `Decided: ${teams}` : `${ordinal(props.tie.rank)} place is shared by ${teams}`
  }
  return (
    <form class={`form ${styles.vote}`} onSubmit={form.submit} novalidate aria-label={title()}>
      <h3>{title()}</h3>
      <OrderButtons
        label="Their order"
        items={form.values.entryIds.map((id, n) => ({
          id,
          name: props.reviewing.team(id),
          place: ordinal(props.tie.rank + n),
        }))}
        onOrder={(entryIds) =>
          form.change((draft) => {
            draft.entryIds = entryIds
          })
        }
      />
      <ChairFields form={form} />
      <FormEnd form={form} label={props.tie.decided ? 'Change the casting vote' : 'Give the casting vote'} />
    </form>
  )
}
