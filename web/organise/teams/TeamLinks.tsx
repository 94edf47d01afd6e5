import { createSignal, Show } from 'solid-js'
import { CopyText } from '../../ui/buttons/CopyText.tsx'
import { InlineConfirm } from '../../ui/buttons/InlineConfirm.tsx'
import type { Organising } from '../organising.ts'
import type { Teams } from '../organising-teams.ts'

export function TeamLinks(props: { organising: Organising; teams: Teams }) {
  const now = props.organising.now
  const [linkCount, setLinkCount] = createSignal(0)
  const table = () =>
    now.entries
      .filter((entry) => now.links[entry.id])
      .map((entry) => `${entry.team}\t${now.links[entry.id]}`)
      .join('\n')

  async function makeAll() {
    setLinkCount(0)
    for (const entry of [...now.entries]) {
      await props.teams.newLink(entry.id)
      setLinkCount(linkCount() + 1)
    }
  }
  return (
    <details class="more">
      <summary>Links for all teams</summary>
      <div class="stack">
        <p class="dim">A team needs its link to change its own text and to see when it is on.</p>
        <Show when={table()}>
          <CopyText label="Team and link, one a line" text={table()} rows={6} />
        </Show>
        <InlineConfirm
          label="Make new links for all teams…"
          question="Make a new link for every team? Links that were sent before stop working."
          yes={
            linkCount() > 0 && linkCount() < now.entries.length
              ? `${linkCount()} of ${now.entries.length}…`
              : 'Make new links'
          }
          no="Leave them"
          onYes={makeAll}
        />
      </div>
    </details>
  )
}
