import { plural } from '../../../api/rules/words/plural.ts'
import { groupCode } from '../../core/words/code-words.ts'
import { CopyText } from '../../ui/buttons/CopyText.tsx'
import * as styles from '../organise.module.css'
import type { Organising } from '../organising.ts'
import { ScreenLinks } from './ScreenLinks.tsx'

export function ScreensSection(props: { organising: Organising }) {
  const event = () => props.organising.now.event
  const screens = () => [
    { to: `/present/${event().slug}`, name: 'Stage', words: 'For the projector. Full screen with F.' },
    { to: `/present/${event().slug}/desk`, name: 'Desk', words: 'Runs the show: the order, the clock, the reveal.' },
    { to: `/present/${event().slug}/backstage`, name: 'Backstage', words: 'The clock and who is next, for the host.' },
    { to: `/present/${event().slug}/overlay`, name: 'Overlay', words: 'For a stream: team, clock, nothing behind.' },
    { to: `/e/${event().slug}`, name: 'Room', words: 'What everyone in the room can follow.' },
    { to: `/e/${event().slug}/judge`, name: 'Judge', words: 'What a judge sees first.' },
    { to: `/e/${event().slug}/print`, name: 'Print', words: 'Poster, badges, cards, ballots and the run sheet.' },
    { to: `/e/${event().slug}/paper`, name: 'Paper ballots', words: 'Copy what a judge wrote on paper.' },
    {
      to: `/e/${event().slug}/check`,
      name: 'Venue check',
      words: 'Checks the network, the screen and the sound.',
    },
  ]
  const listening = () => {
    const others = Math.max(0, props.organising.listening() - 1)
    if (others === 0) return 'No other screen or phone is following at the moment.'
    return plural(others, {
      one: 'One screen or phone follows at the moment.',
      other: `${others} screens and phones follow at the moment.`,
    })
  }
  return (
    <section class="section" id="screens" aria-labelledby="screens-title">
      <header>
        <h2 id="screens-title">All screens and the code</h2>
        <p class="dim">Each opens in a window of its own. {listening()}</p>
      </header>
      <ScreenLinks screens={screens()} />
      <div class="grid">
        <div>
          <p class="dim">The short code, for anyone who cannot scan</p>
          <p class={`${styles.code} figures`}>{groupCode(event().code)}</p>
        </div>
        <CopyText label="The address of the room’s code" text={event().joinUrl} />
      </div>
    </section>
  )
}
