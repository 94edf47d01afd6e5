import { createResource, createSignal, For, Show } from 'solid-js'
import type { IssuedKey } from '../../../api/schema/session.ts'
import { listKeys, newOrganiserKey, stopKey } from '../../core/event-admin.ts'
import { eventZone } from '../../core/event-zone.ts'
import { InlineConfirm } from '../../ui/buttons/InlineConfirm.tsx'
import { DeskCode } from '../on-the-day/DeskCode.tsx'
import { RemoteLink } from '../on-the-day/RemoteLink.tsx'
import * as styles from '../organise.module.css'
import type { Organising } from '../organising.ts'

export function LinksSection(props: { organising: Organising; onNewKey: (key: string) => void }) {
  const { slug, now } = props.organising
  const [keys, { refetch }] = createResource(() => listKeys(slug).catch(() => undefined))
  const [message, setMessage] = createSignal('')
  const others = () => (keys() ?? []).filter((key) => !key.own)
  const holderName = (key: IssuedKey) => {
    if (key.role === 'judge') return now.judges.find((judge) => judge.id === key.judgeId)?.name ?? 'A judge'
    if (key.role === 'team') return now.entries.find((entry) => entry.id === key.entryId)?.team ?? 'A team'
    return key.role === 'remote' ? 'A remote control' : 'An organiser'
  }
  const role = { judge: 'Judge', team: 'Team', organiser: 'Organiser', remote: 'Remote control', owner: 'Owner' }
  const since = (key: IssuedKey) =>
    new Date(key.since).toLocaleString('en-GB', {
      ...{ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
      timeZone: eventZone(),
    })
  return (
    <section class="section" id="hand-over" aria-labelledby="hand-over-title">
      <header>
        <h2 id="hand-over-title">Hand over</h2>
      </header>
      <DeskCode organising={props.organising} />
      <hr class="rule" />
      <RemoteLink organising={props.organising} onMade={refetch} />
      <hr class="rule" />
      <div class="stack">
        <h3>Links</h3>
        <p class="dim">
          A link is a key: whoever has it gets in. If a phone is lost, or a link went to the wrong person, stop it here.
        </p>
      </div>
      <div class="buttons">
        <InlineConfirm
          label="Make a new organiser’s link…"
          question="Make a new organiser’s link? The old one stops working on every laptop that uses it, except this one."
          yes="Make a new link"
          no="Leave it"
          onYes={async () => {
            props.onNewKey(await newOrganiserKey(slug))
            await refetch()
          }}
        />
        <p class="form-message" role="status">
          {message()}
        </p>
      </div>
      <details class="more" onToggle={(e) => e.currentTarget.open && refetch()}>
        <summary>
          {others().length === 0 ? 'No other link works now' : `Links that work now: ${others().length}`}
        </summary>
        <Show when={others().length}>
          <ul class="rows">
            <For each={others()}>
              {(key) => (
                <li class={styles.teamLine}>
                  <p class="row-main">
                    <strong dir="auto">{holderName(key)}</strong>
                    <span>
                      {role[key.role]} · since {since(key)}
                    </span>
                  </p>
                  <InlineConfirm
                    label="Stop this link…"
                    about={`of ${holderName(key)}`}
                    question={`Stop the link of ${holderName(key)}? The phone or laptop that uses it is signed out at once. Nothing that was saved is lost.`}
                    yes="Stop it"
                    no="Leave it"
                    onYes={async () => {
                      await stopKey(slug, key.id)
                      setMessage(`The link of ${holderName(key)} no longer works`)
                      await refetch()
                    }}
                  />
                </li>
              )}
            </For>
          </ul>
        </Show>
      </details>
    </section>
  )
}
