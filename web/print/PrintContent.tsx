import { createEffect, createSignal, type JSX, Show } from 'solid-js'
import { countOf } from '../../api/rules/words/plural.ts'
import { OrganisingBand } from '../organise/OrganisingBand.tsx'
import { createOrganising, type Organised } from '../organise/organising.ts'
import { ChoiceField } from '../ui/fields/ChoiceField.tsx'
import { Ballots } from './ballots/Ballots.tsx'
import { Badges } from './cards/Badges.tsx'
import { TableCards } from './cards/TableCards.tsx'
import { TeamBadges } from './cards/TeamBadges.tsx'
import { TeamSlips } from './cards/TeamSlips.tsx'
import { DoorPoster } from './DoorPoster.tsx'
import { HostScriptSheets } from './host-script/HostScriptSheets.tsx'
import * as styles from './print.module.css'
import { createPrinting, type Kind, maxPages } from './printing.ts'
import { RunSheet } from './run-sheet/RunSheet.tsx'

type Props = { slug: string; read: Omit<Organised, 'links'> }

const labels: Record<Kind, { label: string; hint: string }> = {
  poster: { label: 'Door poster.', hint: 'The room’s code, large enough to scan from afar.' },
  badges: { label: 'Judge badges.', hint: 'A name in front, the judge’s own code behind.' },
  cards: { label: 'Table cards.', hint: 'A team, its place in the order, its time and its own code.' },
  'team-badges': { label: 'Team badges.', hint: 'A name, its team, and the code that opens their entry.' },
  slips: { label: 'Team links.', hint: 'A slip for each team that opens its entry.' },
  ballots: { label: 'Paper ballots.', hint: 'For judges without a phone, or without Wi-Fi.' },
  'run-sheet': { label: 'Run sheet.', hint: 'The order with its times, and the desk’s keys.' },
  'host-script': { label: 'Host’s script.', hint: 'Award by award, without a name.' },
}

const previews = {
  poster: DoorPoster,
  badges: Badges,
  cards: TableCards,
  'team-badges': TeamBadges,
  slips: TeamSlips,
  ballots: Ballots,
  'run-sheet': RunSheet,
  'host-script': HostScriptSheets,
}

export function PrintContent(props: Props) {
  const organising = createOrganising(props.slug, props.read)
  const printing = createPrinting(organising)
  const [options, setOptions] = createSignal<() => JSX.Element>()
  const event = () => organising.now.event
  createEffect(() => {
    document.title = `${labels[printing.kind()].label.replace('.', '')}: ${event().name}`
  })

  return (
    <>
      <OrganisingBand event={event()} home="before" page="Print" cutOff={organising.cutOff()} />
      <div class="office">
        <main class={`office-width ${styles.printBody}`}>
          <section class={`section on-screen ${styles.printChoices}`} aria-label="What to print">
            <ChoiceField
              label="What to print"
              value={printing.kind()}
              options={Object.entries(labels).map(([value, words]) => ({ value, ...words }))}
              onInput={(kind) => {
                setOptions()
                printing.choose(kind as Kind)
              }}
            />
            <Show when={options()}>{(choices) => <div class="stack">{choices()()}</div>}</Show>
            <div class={styles.printEnd}>
              <p role="status">{printing.pages() === 0 ? '' : `${countOf(printing.pages(), 'page')} of A4.`}</p>
              <Show when={printing.pages() > 0 && printing.pages() <= maxPages}>
                <div class="buttons">
                  <button class="button" type="button" onClick={() => print()}>
                    Print
                  </button>
                  <p class="dim">Black on white, at full size: choose 100 %, not “fit to page”.</p>
                </div>
              </Show>
            </div>
          </section>
          <div class={styles.pages}>
            <Show when={printing.kind()} keyed>
              {(kind) => {
                const Room = previews[kind]
                return <Room printing={printing} options={(choices) => setOptions(() => choices)} />
              }}
            </Show>
          </div>
        </main>
      </div>
    </>
  )
}
