import { createSignal, createUniqueId, For, Show } from 'solid-js'
import type { OwnerEvent } from '../../api/schema/event.ts'
import { newOrganiserKey, stopOrganiserKeys } from '../core/event-admin.ts'
import { groupCode } from '../core/words/code-words.ts'
import { phaseWords, startWords } from '../core/words/event-words.ts'
import { publicAddress } from '../organise/organising.ts'
import { CopyText } from '../ui/buttons/CopyText.tsx'
import { InlineConfirm } from '../ui/buttons/InlineConfirm.tsx'
import { CopyEvent } from '../ui/forms/CopyEvent.tsx'
import { DeleteEvent } from '../ui/forms/DeleteEvent.tsx'
import { peopleWords } from './find-events.ts'
import * as styles from './owner.module.css'

export function EventCard(props: { event: OwnerEvent; onDeleted: (filesLeft: string[]) => void }) {
  const id = createUniqueId()
  const [open, setOpen] = createSignal(false)
  const [link, setLink] = createSignal<string>()
  const [message, setMessage] = createSignal('')
  const slug = () => props.event.slug
  const links = () => [
    { to: `/e/${slug()}/organise`, label: 'Organise' },
    { to: `/present/${slug()}`, label: 'Stage' },
    { to: `/present/${slug()}/desk`, label: 'Desk' },
    { to: `/e/${slug()}`, label: 'Room' },
  ]
  const details = () => [startWords(props.event), props.event.venue, phaseWords[props.event.phase]].filter(Boolean)
  return (
    <li>
      <div class={styles.eventCard}>
        <p class="row-main">
          <strong dir="auto">{props.event.name}</strong>
          <span>{details().join(' · ')}</span>
          <span>
            {peopleWords(props.event)} · code {groupCode(props.event.code)}
          </span>
        </p>
        <nav class="buttons" aria-label={`${props.event.name} (${props.event.code})`}>
          <For each={links()}>
            {(link) => (
              <a class="button quiet" href={link.to}>
                {link.label}
              </a>
            )}
          </For>
          <button
            class="button quiet"
            type="button"
            aria-expanded={open()}
            aria-controls={id}
            onClick={() => setOpen(!open())}
          >
            {open() ? 'Close' : 'More'}
            <span class="spoken"> about {props.event.name}</span>
          </button>
        </nav>
      </div>
      <div id={id}>
        <Show when={open()}>
          <div class={styles.eventMore}>
            <h3>The organiser’s link</h3>
            <Show when={link()} keyed>
              {(text) => <CopyText label="The new link. You will see it only once: copy it now" text={text} />}
            </Show>
            <div class="buttons">
              <InlineConfirm
                label="Make a new link…"
                about={`for ${props.event.name}`}
                question="Make a new organiser’s link? The earlier links stop working, on every laptop that uses one."
                yes="Make a new link"
                no="Leave it"
                onYes={async () => {
                  setLink(`${publicAddress(props.event)}/e/${slug()}/organise#k=${await newOrganiserKey(slug())}`)
                  setMessage('')
                }}
              />
              <InlineConfirm
                label="Stop the link…"
                about={`of ${props.event.name}`}
                question="Stop every organiser’s link to this event? Nobody gets in until you make a new one."
                yes="Stop it"
                no="Leave it"
                onYes={async () => {
                  await stopOrganiserKeys(slug())
                  setLink(undefined)
                  setMessage('No organiser’s link works now')
                }}
              />
              <p class="form-message" role="status">
                {message()}
              </p>
            </div>
            <h3>Next year’s event</h3>
            <CopyEvent event={props.event} />
            <h3>Delete the event</h3>
            <div class="buttons">
              <DeleteEvent event={props.event} onDeleted={props.onDeleted} />
            </div>
          </div>
        </Show>
      </div>
    </li>
  )
}
