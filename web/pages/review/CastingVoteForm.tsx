import { ordinal } from '../../../api/rules/awards.ts'
import { createForm } from '../../client/form.ts'
import type { Tie } from '../../client/review-groups.ts'
import { listed } from '../../client/review-words.ts'
import type { Reviewing } from '../../client/reviewing.ts'
import { FormEnd } from '../../ui/FormEnd.tsx'
import { OrderButtons } from '../../ui/OrderButtons.tsx'
import { TextField } from '../../ui/TextField.tsx'

type Vote = { entryIds: string[]; by: string; reason: string }

/** One tie, put in order by buttons, with who decides and why. */
export function CastingVoteForm(props: { reviewing: Reviewing; tie: Tie }) {
  const given = () =>
    props.tie.decided
      ? props.reviewing
          .votes()
          .filter((vote) => props.tie.entryIds.every((id) => vote.entryIds.includes(id)))
          .pop()
      : undefined
  const form = createForm<Vote>({
    kept: () => ({ entryIds: props.tie.entryIds, by: given()?.byName ?? '', reason: given()?.reason ?? '' }),
    check: ({ by, reason }) => [
      ...(by.trim() ? [] : [{ pointer: '/by', title: 'Please say who decides' }]),
      ...(reason.trim() ? [] : [{ pointer: '/reason', title: 'Please say why: the record shows it' }]),
    ],
    async send(vote) {
      await props.reviewing.giveVote(vote)
      return `Recorded: ${props.reviewing.team(vote.entryIds[0]!)} stands before the others`
    },
  })
  const title = () => {
    const who = listed(props.tie.entryIds.map(props.reviewing.team), 4)
    return props.tie.decided ? `Decided: ${who}` : `${ordinal(props.tie.rank)} place is shared by ${who}`
  }
  return (
    <form class="form vote" onSubmit={form.submit} novalidate aria-label={title()}>
      <h3>{title()}</h3>
      <OrderButtons
        label="The order they are to stand in"
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
      <div class="grid">
        <TextField
          label="Who decides"
          value={form.values.by}
          onInput={(by) =>
            form.change((draft) => {
              draft.by = by
            })
          }
          problem={form.problemOf('by')}
          input={{ name: 'by', maxlength: 80, autocomplete: 'off' }}
        />
        <TextField
          label="Why"
          value={form.values.reason}
          onInput={(reason) =>
            form.change((draft) => {
              draft.reason = reason
            })
          }
          problem={form.problemOf('reason')}
          input={{ name: 'reason', maxlength: 240, autocomplete: 'off' }}
        />
      </div>
      <FormEnd form={form} label={props.tie.decided ? 'Give the vote again' : 'Give the casting vote'} />
    </form>
  )
}
