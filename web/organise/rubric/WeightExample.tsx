import { For, Show } from 'solid-js'
import * as styles from '../organise.module.css'
import type { RubricValues } from './rubric-form.ts'
import { type WeightExample as Example, weightExample } from './weight-example.ts'

const percent = (share: number) => `${Math.round(share)} %`
const names = ['Team Lantern', 'Team Kettle'] as const

function marksWords([a, b]: [number, number], hi: number): string {
  const figure = (mark: number) => mark.toFixed(hi > 20 ? 0 : 2)
  const [more, less] = a > b ? [a, b] : [b, a]
  return `${figure(more)} to ${figure(less)}`
}

function nowWords({ ahead, marks, hi }: Example): string {
  if (ahead === null) return `With your weights they are level at ${marksWords(marks, hi).split(' ')[0]}.`
  return `With your weights ${names[ahead]} is ahead, ${marksWords(marks, hi)}.`
}

function otherWords({ otherwise, on, hi }: Example): string {
  if (!otherwise) return ''
  const condition =
    otherwise.weight === 'alike'
      ? 'If all questions counted the same'
      : `If “${on || 'the first question'}” weighed ${otherwise.weight} and the others 1`
  return `${condition}, ${names[otherwise.ahead]} would be, ${marksWords(otherwise.marks, hi)}.`
}

export function WeightExample(props: { values: RubricValues }) {
  return (
    <Show when={weightExample(props.values)}>
      {(example) => (
        <div class={styles.weights}>
          <h3>What the weights do</h3>
          <table class={`${styles.shares} figures`}>
            <thead>
              <tr>
                <th scope="col">Question</th>
                <th scope="col">Counts</th>
                <For each={names}>{(name) => <th scope="col">{name.replace('Team ', '')}</th>}</For>
              </tr>
            </thead>
            <tbody>
              <For each={example().shares}>
                {(share, n) => (
                  <tr>
                    <th scope="row" dir="auto">
                      {share.name || 'The new question'}
                    </th>
                    <td>{percent(share.percent)}</td>
                    <For each={example().scores}>{(scores) => <td>{scores[n()]}</td>}</For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
          <p role="status">
            Two made-up teams: Lantern shines on “{example().on || 'the first question'}”, Kettle does well on the rest.{' '}
            <strong>{nowWords(example())}</strong> {otherWords(example())}
          </p>
        </div>
      )}
    </Show>
  )
}
