import { type Component, createSignal, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { Problem } from '../../core/api.ts'
import { Press } from '../../ui/buttons/Press.tsx'
import * as styles from '../organise.module.css'

type Code = Component<{ text: string; class: string; label: string }>
type Props = { who: string; link: string | undefined; onMore: () => Promise<unknown> }

/** A judge's link as a QR code to scan from this screen. The drawing code is loaded when needed. */
export function JudgeCode(props: Props) {
  const [found, setFound] = createSignal<{ Code: Code }>()

  async function turn() {
    if (found()) return setFound(undefined)
    const drawing = await import('../../ui/page/Qr.tsx').catch(() => {
      throw new Problem('offline', 'The server cannot be reached. Check the connection', 0)
    })
    if (!props.link) await props.onMore()
    setFound({ Code: drawing.Qr })
  }

  return (
    <div class="stack">
      <div class="buttons">
        <Press onPress={turn}>
          {found() ? 'Hide the code' : 'Show a code to scan'}
          <span class="spoken"> for {props.who}</span>
        </Press>
        <p class="dim">
          It opens their ballots on the phone that scans it. Phones that are in already continue to work.
        </p>
      </div>
      <Show when={found()}>
        {(drawing) => (
          <Show when={props.link}>
            {(link) => (
              <Dynamic
                component={drawing().Code}
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
