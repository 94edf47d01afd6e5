import { createSignal, createUniqueId, Show } from 'solid-js'
import { plural } from '../../../api/rules/words/plural.ts'
import type { Judge } from '../../../api/schema/judge.ts'
import { InlineConfirm } from '../../ui/buttons/InlineConfirm.tsx'
import { PersonalLink } from '../../ui/buttons/PersonalLink.tsx'
import { Press } from '../../ui/buttons/Press.tsx'
import * as styles from '../organise.module.css'
import type { Panel } from '../organising-judges.ts'
import { CorrectJudge } from './CorrectJudge.tsx'
import { JudgeCode } from './JudgeCode.tsx'

type Props = { judge: Judge; link: string | undefined; finished: number; panel: Panel }

const statusWords = { waiting: 'Waits to be let in', admitted: 'On the panel', removed: 'Off the panel' }

export function JudgeRow(props: Props) {
  const id = createUniqueId()
  const [open, setOpen] = createSignal(false)
  const status = () => {
    if (props.judge.mergedInto !== null) return 'Merged with another judge'
    if (props.judge.status === 'admitted' && !props.judge.arrived) return 'Not here yet'
    return props.judge.away && props.judge.status === 'admitted' ? 'Stepped out' : statusWords[props.judge.status]
  }
  let toggle!: HTMLButtonElement
  /** The pressed button disappears and the row may move, so the focus returns to the row. */
  async function act(change: Promise<unknown>) {
    await change
    setTimeout(() => toggle.focus())
  }
  const waiting = () => props.judge.status === 'waiting'
  const lossWords = () => {
    if (props.finished === 0) return 'They have scored nobody yet.'
    return plural(props.finished, {
      one: 'Their ballot is kept, but no longer counted.',
      other: `Their ${props.finished} ballots are kept, but no longer counted.`,
    })
  }
  return (
    <li class="team-row">
      <div class={styles.teamLine}>
        <p class="row-main">
          <strong dir="auto">{props.judge.name}</strong>
          <span dir="auto">{[props.judge.role, props.judge.organisation].filter(Boolean).join(', ')}</span>
        </p>
        <div class={styles.teamButtons}>
          <p class={styles.judgeStatus} data-status={props.judge.status}>
            {status()}
          </p>
          <Show when={props.judge.status === 'waiting'}>
            <Press loud onPress={() => act(props.panel.admit(props.judge.id))}>
              Let in<span class="spoken"> {props.judge.name}</span>
            </Press>
          </Show>
          <button
            class="button quiet"
            type="button"
            ref={toggle}
            aria-expanded={open()}
            aria-controls={id}
            onClick={() => setOpen(!open())}
          >
            {open() ? 'Close' : 'Open'}
            <span class="spoken"> {props.judge.name}</span>
          </button>
        </div>
      </div>
      <div id={id}>
        <Show when={open()}>
          <div class={styles.panel}>
            <Show
              when={props.judge.status !== 'removed'}
              fallback={
                <div class="stack">
                  <Show
                    when={props.judge.mergedInto === null}
                    fallback={<p>The desk merged {props.judge.name} with another judge, who has the newest ballots.</p>}
                  >
                    <p>{props.judge.name} is off the panel, and their scores are not counted.</p>
                    <div class="buttons">
                      <Press onPress={() => act(props.panel.admit(props.judge.id))}>Put back on the panel</Press>
                    </div>
                  </Show>
                </div>
              }
            >
              <PersonalLink
                who={props.judge.name}
                link={props.link}
                stops="The earlier link stops working, and so does the phone that came in with it, until it opens the new one."
                onNew={() => props.panel.newLink(props.judge.id)}
              />
              <Show when={!waiting()}>
                <JudgeCode
                  who={props.judge.name}
                  link={props.link}
                  onMore={() => props.panel.oneMoreLink(props.judge.id)}
                />
              </Show>
              <hr class="rule" />
              <CorrectJudge judge={props.judge} panel={props.panel} />
              <hr class="rule" />
              <div class="buttons">
                <Show when={props.judge.away}>
                  <Press onPress={() => act(props.panel.markPresent(props.judge.id))}>They are back</Press>
                </Show>
                <InlineConfirm
                  label={waiting() ? 'Turn away…' : 'Take off the panel…'}
                  about={props.judge.name}
                  question={
                    waiting()
                      ? `Turn ${props.judge.name} away? They can still be let in later.`
                      : `Take ${props.judge.name} off the panel? ${lossWords()} They can be put back.`
                  }
                  yes={waiting() ? 'Turn them away' : 'Take them off'}
                  no="Keep them"
                  onYes={() => act(props.panel.remove(props.judge.id))}
                />
              </div>
            </Show>
          </div>
        </Show>
      </div>
    </li>
  )
}
