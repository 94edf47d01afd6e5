import { createEffect, createMemo, Match, Show, Switch } from 'solid-js'
import { phaseWords } from '../core/words/event-words.ts'
import { AddJudge } from '../organise/judges/AddJudge.tsx'
import { createOrganising, type Organised } from '../organise/organising.ts'
import { createPanel } from '../organise/organising-judges.ts'
import { createCopying } from './copying-paper.ts'
import { PaperClosed } from './PaperClosed.tsx'
import { PaperForm } from './PaperForm.tsx'

type Props = { slug: string; read: Omit<Organised, 'links'> }

export function PaperContent(props: Props) {
  const organising = createOrganising(props.slug, props.read)
  const copying = createCopying(organising)
  const panel = createPanel(organising)
  const event = () => organising.now.event
  const live = () => event().phase === 'live'
  // A half-copied ballot stays after a close, because scoring may be opened again.
  const hasOpened = createMemo<boolean>((before) => before || live(), false)
  createEffect(() => {
    document.title = `Paper ballots: ${event().name}`
  })

  return (
    <>
      <header class="band">
        <div class="office-width">
          <div class="band-line">
            <span class="pill">Paper ballots</span>
            <span>{organising.cutOff() ? 'Reconnecting…' : phaseWords[event().phase]}</span>
          </div>
          <h1 dir="auto">{event().name}</h1>
        </div>
      </header>
      <div class="office">
        <main class="office-width office-body">
          <div class="office-main">
            <Show when={!live()}>
              <PaperClosed slug={props.slug} phase={event().phase} />
            </Show>
            <Show when={hasOpened()}>
              <Switch fallback={<PaperForm copying={copying} criteria={copying.criteria()} />}>
                <Match when={copying.teams().length === 0}>
                  <section class="section">
                    <h2>No team to score has been on stage yet</h2>
                    <p>A ballot can be copied from the moment its team is called.</p>
                  </section>
                </Match>
                <Match when={copying.judges().length === 0}>
                  <section class="section">
                    <h2>Nobody is on the panel yet</h2>
                    <p>Add the judge whose paper you hold, then copy it.</p>
                  </section>
                </Match>
              </Switch>
              <section class="section">
                <header>
                  <h2>A judge without a phone</h2>
                  <p class="dim">Put them on the panel by name; the desk then counts their ballots like everyone’s.</p>
                </header>
                <AddJudge organising={organising} panel={panel} />
              </section>
            </Show>
          </div>
        </main>
      </div>
    </>
  )
}
