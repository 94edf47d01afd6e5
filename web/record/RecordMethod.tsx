import type { Result } from '../../api/schema/result.ts'

const methods = {
  levelled:
    'A score is the average of a team’s marks, after each judge’s habitual harshness or generosity, measured on the demos they marked alongside other judges, was taken out, with any single mark far out of line counted at reduced weight. Where every judge marked every team and no mark is wild, it is the plain average.',
  mean: 'A score is the plain average of a team’s marks, each ballot’s mark being the weighted average of its criteria. No judge’s harshness or generosity is taken out.',
} as const

export function RecordMethod(props: { result: Result; slug: string }) {
  return (
    <section>
      <h2>Method: {props.result.method === 'levelled' ? 'the levelled average' : 'the plain average'}</h2>
      <p>{methods[props.result.method]}</p>
      <p>
        Scores run from {props.result.scale.lo} to {props.result.scale.hi}.{' '}
        <span class="on-screen">
          <a href={`/e/${props.slug}/method`}>The method in a minute</a>
        </span>
      </p>
    </section>
  )
}
