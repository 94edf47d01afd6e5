import { type Component, createSignal, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { Problem } from '../../core/api.ts'
import { Press } from '../../ui/buttons/Press.tsx'
import * as styles from '../organise.module.css'

type Code = Component<{ text: string; class: string; label: string }>
type Props = { who: string; link: string | undefined; onMore: () => Promise<unknown> }

export function JudgeCode(props: Props) {
  const [drawing, setDrawing] = createSignal<{ Code: Code }>()

  async function toggle() {
    if (drawing()) return setDrawing(undefined)
    const module = await import('../../ui/page/Qr.tsx').catch(() => {
      throw new Problem('offline', 'The server cannot be reached. Check the connection', 0)
    })
    if (!props.link) await props.onMore()
    setDrawing({ Code: module.Qr })
  }

  return (
    <div class="stack">
      <div class="buttons">
        <Press onPress={toggle}>
          {drawing() ? 'Hide the code' : 'Show a code to scan'}
          <span class="spoken"> for {props.who}</span>
        </Press>
        <p class="dim">
          It opens their ballots on the phone that scans it. Phones that are in already continue to work.
        </p>
      </div>
      <Show when={drawing()}>
        {(loaded) => (
          <Show when={props.link}>
            {(link) => (
              <Dynamic
                component={loaded().Code}
                class={styles.judgeCode}
                text={link()}
                label={`A code that opens the ballots of ${props.who}`}
              />
            )}
          </Show>
        )}
      </Show>
    </div>
  )
}
