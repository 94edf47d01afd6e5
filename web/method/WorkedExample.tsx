import { ExamplePanel } from './ExamplePanel.tsx'
import { workedExample } from './example.ts'
import * as styles from './method.module.css'
import { methodText } from './method-text.ts'

export function WorkedExample() {
  const { teams } = workedExample()
  return (
    <figure class={styles.worked}>
      <ExamplePanel
        title={methodText.before}
        rows={teams.map(({ team, plain, marks }) => ({
          team,
          average: plain,
          marks: marks.map(({ strict, raw }) => ({ strict, value: raw })),
        }))}
      />
      <ExamplePanel
        title={methodText.after}
        rows={teams.map(({ team, levelled, marks }) => ({
          team,
          average: levelled,
          marks: marks.map(({ strict, levelled }) => ({ strict, value: levelled })),
        }))}
      />
      <figcaption>{methodText.caption}</figcaption>
    </figure>
  )
}
