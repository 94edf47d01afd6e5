import { For, onMount, Show } from 'solid-js'
import { entryCodeWords } from '../core/words/code-words.ts'
import * as styles from './entry.module.css'
import type { EntryPageContent } from './entry-page.ts'

export function EntrySheet(props: EntryPageContent) {
  const takesScores = () => (props.event.phase === 'setup' || props.event.phase === 'live') && !props.entry.warmUp
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
        <Show when={props.entry.picture}>
          {(address) => <img class={styles.picture} src={address()} alt="What the team made, or the team" />}
        </Show>
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
            class={`button ${props.judgesHere ? '' : 'quiet'}`}
            href={`/e/${props.event.slug}/judge#entry=${props.entry.id}`}
          >
            {props.judgesHere ? 'Score this team' : 'I am a judge'}
          </a>
        </Show>
        <p class="dim">Code {entryCodeWords(props.event, props.entry)}</p>
      </main>
    </>
  )
}
