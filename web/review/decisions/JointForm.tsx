import { createForm } from '../../core/form.ts'
import { listNames } from '../../core/words/names.ts'
import { placesWords } from '../../core/words/result-words.ts'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import * as styles from '../review.module.css'
import { type CloseCall, namedJoint } from '../review-groups.ts'
import type { Reviewing } from '../reviewing.ts'
import { ChairFields } from './ChairFields.tsx'
import { checkDecision } from './review-decision.ts'

type Decision = { by: string; reason: string }

export function JointForm(props: { reviewing: Reviewing; close: CloseCall }) {
  const lastVote = () => {
    const review = props.reviewing.review()
    return props.close.joint && review && namedJoint(review, props.reviewing.votes(), props.close.entryIds)
  }
  const form = createForm<Decision>({
    saved: () => {
      const vote = lastVote()
      return { by: vote ? vote.byName : '', reason: vote ? vote.reason : '' }
    },
    check: checkDecision,
    async send(decision) {
      const { entryIds } = props.close
      await props.reviewing.saveVote({ ...decision, entryIds, joint: true })
      return `Recorded: ${listNames(entryIds.map(props.reviewing.team), 4)} share their place`
    },
  })
  const after = () => {
    const { standings } = props.reviewing.review() ?? { standings: [] }
    const last = Math.max(...standings.map(({ entryId }, at) => (props.close.entryIds.includes(entryId) ? at : -1)))
    return standings[last + 1]?.rank !== undefined && standings[last + 1]?.rank !== null
  }
  const title = () => (props.close.joint ? 'Named joint' : 'Name them joint')
  return (
    <form
      class={`form ${styles.joint}`}
      onSubmit={form.submit}
      novalidate
      aria-label={`${title()}: ${listNames(props.close.entryIds.map(props.reviewing.team), 4)}`}
    >
      <h3>{title()}</h3>
      <p>{placesWords(props.close.rank, props.close.entryIds.length, after())}</p>
      <ChairFields form={form} />
      <FormEnd form={form} label={props.close.joint ? 'Give the decision again' : 'Name them joint'} />
    </form>
  )
}
