import { countOf } from '../../api/rules/words/plural.ts'
import type { Review } from '../../api/schema/review.ts'
import { methodWords } from '../core/words/result-words.ts'
import * as styles from './review.module.css'

export function Summary(props: { slug: string; review: Review }) {
  const ballots = () => props.review.marks.filter((ballot) => ballot.mark !== null)
  const facts = () => {
    const judges = new Set(ballots().map((ballot) => ballot.judgeId)).size
    const recusals = props.review.marks.filter((ballot) => ballot.recused).length
    const paper = ballots().filter((ballot) => ballot.source === 'paper').length
    const steps = props.review.awards.some((award) => award.kind === 'place') ? props.review.awards.length + 1 : 0
    return [
      `${countOf(ballots().length, 'ballot')} from ${countOf(judges, 'judge')}`,
      ...(paper === 0 ? [] : [`${paper} of them copied from paper`]),
      recusals === 0 ? 'nobody stepped aside' : `${countOf(recusals, 'recusal')}`,
      steps === 0 ? 'nothing to reveal yet' : `the reveal takes ${countOf(steps, 'step')}`,
    ].join(', ')
  }
  return (
    <section class={`section ${styles.summary}`} aria-label="How safe the result is">
      <h2>{props.review.summary}</h2>
      <p>{facts()}.</p>
      <p class={styles.links}>
        <a href={`/e/${props.slug}/method`}>{methodWords[props.review.method]}: how scores are added up</a>
        <a href={`/e/${props.slug}/history`}>The history</a>
        <a href={`/present/${props.slug}/desk`}>The desk</a>
        <a href={`/e/${props.slug}/organise/out-of-awards`}>Take a team out of the awards</a>
      </p>
    </section>
  )
}
