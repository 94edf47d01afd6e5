import { type Component, createSignal, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { Problem } from '../../core/api.ts'
import { Press } from '../../ui/buttons/Press.tsx'
import type { LinkSending } from '../links/link-sending.ts'
import * as styles from './judges.module.css'

type Code = Component<{ text: string; class: string; label: string }>

export function JudgeCode(props: { id: string; sending: LinkSending }) {
  const [drawing, setDrawing] = createSignal<{ Code: Code }>()
  const recipient = () => props.sending.find(props.id)

  async function toggle() {
    if (drawing()) return setDrawing(undefined)
    const module = await import('../../ui/page/Qr.tsx').catch(() => {
      throw new Problem('offline', 'The server cannot be reached. Check the connection', 0)
    })
    const judge = recipient()
    if (judge && !judge.link) await props.sending.issue([judge])
    props.sending.markSaved([props.id])
    setDrawing({ Code: module.Qr })
  }

  return (
    <Show when={recipient()}>
      {(judge) => (
        <div class="stack">
          <div class="buttons">
            <Press onPress={toggle}>
              {drawing() ? 'Hide the code' : 'Show a code to scan'}
              <span class="spoken"> for {judge().name}</span>
            </Press>
            <p class="dim">It opens their ballots on the phone that scans it. Other phones of theirs stay signed in.</p>
          </div>
          <Show when={drawing() && judge().link}>
            {(link) => (
              <Dynamic
                component={drawing()?.Code}
                class={styles.code}
                text={link().address}
                label={`A code that opens the ballots of ${judge().name}`}
              />
            )}
          </Show>
        </div>
      )}
    </Show>
  )
}
