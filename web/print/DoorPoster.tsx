import { createSignal, Show } from 'solid-js'
import { readWifi } from '../core/browser/hall-wifi.ts'
import { groupCode, shortAddress } from '../core/words/code-words.ts'
import { startWords } from '../core/words/event-words.ts'
import { wifiCode } from '../core/words/wifi-code.ts'
import { TextField } from '../ui/fields/TextField.tsx'
import { Qr } from '../ui/page/Qr.tsx'
import type { KindProps } from './kind-props.ts'
import * as styles from './poster.module.css'
import { Sheet } from './Sheet.tsx'
import { fitStep } from './sheets.ts'

export function DoorPoster(props: KindProps) {
  const event = () => props.printing.now.event
  const stored = readWifi()
  const [network, setNetwork] = createSignal(stored.name)
  const [password, setPassword] = createSignal(stored.password)
  const heading = () => (event().admission === 'link' ? 'Scan to follow' : 'Judges: scan to score')
  const under = () =>
    event().admission === 'link'
      ? 'Judges: your own code is on your badge. Everyone else sees here what is on and what is next.'
      : 'Give your name, and score from your phone. Everyone else sees here what is on and what is next.'
  props.options(() => (
    <>
      <TextField
        label="Wi-Fi name (optional)"
        hint="Printed on the poster, with a code to join, and sent nowhere."
        value={network()}
        onInput={setNetwork}
        input={{ autocomplete: 'off' }}
      />
      <TextField
        label="Wi-Fi password (optional)"
        value={password()}
        onInput={setPassword}
        input={{ autocomplete: 'off' }}
      />
    </>
  ))
  return (
    <Sheet printing={props.printing} class={styles.poster}>
      <p class={styles.posterEvent} data-fit={fitStep(event().name, 24, 48, 80)} dir="auto">
        {event().name}
      </p>
      <p class={styles.posterWhen} dir="auto">
        {[startWords(event()), event().venue].filter(Boolean).join(' · ')}
      </p>
      <h2>{heading()}</h2>
      <Qr class={styles.posterQr} text={event().joinUrl} label={`Code for ${event().joinUrl}`} />
      <p class={styles.posterUnder}>{under()}</p>
      <div class={styles.posterType}>
        <p>
          No camera? Type{' '}
          <strong data-fit={fitStep(shortAddress(event().joinUrl), 18, 28, 40)}>{shortAddress(event().joinUrl)}</strong>
        </p>
        <p>
          and the code <strong class={styles.posterCode}>{groupCode(event().code)}</strong>
        </p>
      </div>
      <Show when={network()}>
        <div class={styles.posterWifi}>
          <Qr
            class={styles.posterWifiQr}
            text={wifiCode({
              name: network(),
              password: password(),
              hidden: stored.hidden && network() === stored.name,
            })}
            label={`QR code for the Wi-Fi ${network()}`}
          />
          <p>
            Wi-Fi: <strong dir="auto">{network()}</strong>
            <Show when={password()}>
              {' '}
              · password: <strong>{password()}</strong>
            </Show>
          </p>
        </div>
      </Show>
    </Sheet>
  )
}
