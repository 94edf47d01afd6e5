import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import { minutesAndSeconds } from '../../parts/words.ts'
import * as buttonsStyles from '../buttons.module.css'
import * as deskStyles from '../desk.module.css'
import type { Desk } from '../desk.ts'
import { Key } from '../keys/Key.tsx'
import * as showStyles from '../show.module.css'
import * as trayStyles from '../tray/tray.module.css'

const megabytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 1_000_000))} MB`

export function FilmForm(props: { desk: Desk; stage: StageSnapshot }) {
  const { films } = props.desk
  const id = createUniqueId()
  const [chosenId, setChosenId] = createSignal<string>()
  const entryId = () => chosenId() ?? props.stage.onStage?.id ?? props.stage.onDeck?.id ?? ''
  const entry = createMemo(() => props.desk.order.entries().find((candidate) => candidate.id === entryId()))
  const film = () => films.of(entryId())
  const isOnStage = () => entryId() === props.stage.onStage?.id

  const handedWords = () => {
    const ready = film()?.ready
    if (!ready) return 'No stage is open in this browser. Open one here, or upload the film for another computer.'
    if (ready.seconds === null)
      return 'The browser of this stage cannot play this file. Save it as MP4 (H.264) or WebM.'
    const length = ready.seconds > 0 ? `, ${minutesAndSeconds(ready.seconds * 1000)}` : ''
    return `Ready on the stage of this computer${length}. ${ready.sound ? 'It will sound.' : 'Click once in the stage’s window so that it may sound.'}`
  }
  const uploadWords = () => {
    const upload = film()?.upload
    if (!upload) return entry()?.film ? 'A film of this team is on the server.' : ''
    if (upload.problem) return upload.problem
    if (upload.done) return 'Uploaded. Each stage fetches it before the team’s turn.'
    const share = `${Math.floor(upload.share * 100)} % uploaded`
    return upload.waiting ? `${share}. Waiting for the network; it goes on by itself.` : share
  }
  const uploading = () => film()?.upload && !film()?.upload?.done && !film()?.upload?.problem

  return (
    <section class={trayStyles.tray} aria-label="Film">
      <div class={`${deskStyles.row} ${trayStyles.pair}`}>
        <label for={`${id}-team`}>
          Team
          <select
            id={`${id}-team`}
            class={trayStyles.field}
            value={entryId()}
            onInput={(e) => setChosenId(e.currentTarget.value)}
          >
            <For each={props.desk.order.entries()}>
              {(candidate) => (
                <option value={candidate.id} selected={candidate.id === entryId()}>
                  {candidate.team}
                </option>
              )}
            </For>
          </select>
        </label>
        <label for={`${id}-file`}>
          MP4 or WebM
          <input
            id={`${id}-file`}
            class={trayStyles.field}
            type="file"
            accept="video/mp4,video/webm,video/quicktime,.mp4,.m4v,.mov,.webm"
            onChange={(e) => {
              const [file] = e.currentTarget.files ?? []
              if (file) films.choose(entryId(), file)
              e.currentTarget.value = ''
            }}
          />
        </label>
      </div>
      <div role="status" class={deskStyles.small}>
        <Show when={film()}>
          {(chosen) => (
            <p>
              <b>{chosen().name}</b> ({megabytes(chosen().bytes)}). {handedWords()}
            </p>
          )}
        </Show>
        <Show when={uploadWords()}>{(words) => <p>{words()}</p>}</Show>
      </div>
      <div class={deskStyles.row}>
        <Show when={isOnStage()}>
          <button
            type="button"
            class={buttonsStyles.button}
            aria-pressed={props.desk.filmShown()}
            onClick={() => props.desk.press('film')}
          >
            {props.desk.filmShown() ? 'Stop the film' : 'Play the film'} <Key name="V" />
          </button>
        </Show>
        <Show when={film()?.file && !film()?.upload?.done}>
          <Show
            when={uploading()}
            fallback={
              <button type="button" class={buttonsStyles.button} onClick={() => films.upload(entryId())}>
                Upload for another computer
              </button>
            }
          >
            <button type="button" class={buttonsStyles.button} onClick={() => films.cancelUpload(entryId())}>
              Stop the upload
            </button>
          </Show>
        </Show>
        <Show when={film() || entry()?.film}>
          <button type="button" class={buttonsStyles.quiet} onClick={() => films.remove(entryId())}>
            Remove
          </button>
        </Show>
        <span class={showStyles.apart} />
        <button type="button" class={buttonsStyles.quiet} onClick={() => props.desk.setTray(undefined)}>
          Close
        </button>
      </div>
    </section>
  )
}
