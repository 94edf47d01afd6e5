import { For, onMount, Show } from 'solid-js'
import { isGalleryPublic } from '../../api/rules/event/gallery.ts'
import { listSlideAddresses } from '../../api/rules/pictures/slide-address.ts'
import { awardsOf } from '../../api/rules/result/shown-awards.ts'
import { awardName } from '../../api/rules/words/award-name.ts'
import { tableWords } from '../../api/rules/words/table-words.ts'
import { entryCodeWords } from '../core/words/code-words.ts'
import { PageList } from '../ui/slides/PageList.tsx'
import * as styles from './entry.module.css'
import type { EntryPageContent } from './entry-page.ts'

export function EntrySheet(props: EntryPageContent) {
  const takesScores = () => (props.event.phase === 'setup' || props.event.phase === 'live') && !props.entry.warmUp
  const judgesHere = () => props.roles.has('judge')
  const slides = () => listSlideAddresses(props.event.slug, props.entry)
  const won = () => awardsOf(props.awards, props.entry.id)
  onMount(() => {
    document.title = `${props.entry.team} · ${props.event.name}`
  })
  return (
    <>
      <header class="band">
        <div class="band-line">
          <a href={`/e/${props.event.slug}`} dir="auto">
            {props.event.name}
          </a>
        </div>
        <h1 dir="auto" classList={{ long: props.entry.team.length > 40 }}>
          {props.entry.team}
        </h1>
        <p dir="auto">{props.entry.title}</p>
      </header>
      <main class="sheet">
        <Show when={won().length > 0}>
          <ul class={styles.awards} aria-label="Awards">
            <For each={won()}>
              {(award) => (
                <li>
                  <span class="pill" dir="auto">
                    {awardName(award)}
                  </span>
                  <Show when={award.citation}>
                    <p dir="auto">{award.citation}</p>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={props.entry.picture}>
          {(address) => <img class={styles.picture} src={address()} alt="What the team made, or the team" />}
        </Show>
        <Show when={tableWords(props.entry)}>{(table) => <p>{table()}</p>}</Show>
        <Show when={props.entry.summary}>
          <p dir="auto">{props.entry.summary}</p>
        </Show>
        <Show when={props.entry.link}>
          <p class={styles.link}>
            <a href={props.entry.link} rel="noopener" dir="auto">
              {props.entry.link}
            </a>
          </p>
        </Show>
        <Show when={slides().length > 0}>
          <section aria-labelledby="slides">
            <h2 id="slides">Slides</h2>
            <PageList pictures={slides()} label="Slides" linked />
          </section>
        </Show>
        <Show when={props.entry.members.length > 0}>
          <section>
            <h2>The team</h2>
            <ul class={styles.names}>
              <For each={props.entry.members}>{(member) => <li dir="auto">{member}</li>}</For>
            </ul>
          </section>
        </Show>
        <Show when={props.entry.organisations.length > 0}>
          <p class="dim" dir="auto">
            {props.entry.organisations.join(' · ')}
          </p>
        </Show>
        <Show when={takesScores()}>
          <a
            class={`button ${judgesHere() ? '' : 'quiet'}`}
            href={`/e/${props.event.slug}/judge#entry=${props.entry.id}`}
          >
            {judgesHere() ? 'Score this team' : 'I am a judge'}
          </a>
        </Show>
        <Show when={isGalleryPublic(props.event)}>
          <a class="button quiet" href={`/e/${props.event.slug}/showcase`}>
            All teams
          </a>
        </Show>
        <p class="dim">Code {entryCodeWords(props.event, props.entry)}</p>
      </main>
    </>
  )
}
