import { ExamplePanel } from './ExamplePanel.tsx'
import { workedExample } from './example.ts'
import { methodText } from './method-text.ts'

/** One picture: three judges' marks before and after levelling, reckoned by the real rule. */
export function WorkedExample() {
  const { teams } = workedExample()
  return (
    <figure class="worked">
      <ExamplePanel
        title={methodText.before}
        rows={teams.map(({ team, plain, marks }) => ({
          team,
          average: plain,
          marks: marks.map(({ strict, given }) => ({ strict, value: given })),
        }))}
      />
      <ExamplePanel
        title={methodText.after}
        rows={teams.map(({ team, levelled, marks }) => ({
          team,
          average: levelled,
          marks: marks.map((one) => ({ strict: one.strict, value: one.levelled })),
        }))}
      />
      <figcaption>{methodText.caption}</figcaption>
    </figure>
  )
}
