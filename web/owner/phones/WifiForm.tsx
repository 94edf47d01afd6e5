import { createEffect, createSignal, Show } from 'solid-js'
import { readWifi, storeWifi } from '../../core/browser/hall-wifi.ts'
import { wifiCode } from '../../core/words/wifi-code.ts'
import { TextField } from '../../ui/fields/TextField.tsx'
import { Qr } from '../../ui/page/Qr.tsx'
import * as styles from './phones.module.css'

export function WifiForm() {
  const before = readWifi()
  const [name, setName] = createSignal(before.name)
  const [password, setPassword] = createSignal(before.password)
  const [hidden, setHidden] = createSignal(before.hidden)
  const [stored, setStored] = createSignal(before.stored)
  const wifi = () => ({ name: name(), password: password(), hidden: hidden() })
  createEffect(() => {
    if (!storeWifi(stored() ? wifi() : undefined)) setStored(false)
  })
  let figure!: HTMLElement
  return (
    <div class={styles.wifi}>
      <TextField label="Wi-Fi name" value={name()} onInput={setName} input={{ autocomplete: 'off' }} />
      <TextField
        label="Wi-Fi password"
        hint="Empty for an open network. It stays in this browser and is sent nowhere."
        value={password()}
        onInput={setPassword}
        input={{ autocomplete: 'off' }}
      />
      <label class="choice-option">
        <input type="checkbox" checked={hidden()} onChange={(e) => setHidden(e.currentTarget.checked)} />
        <span>The network is hidden</span>
      </label>
      <label class="choice-option">
        <input type="checkbox" checked={stored()} onChange={(e) => setStored(e.currentTarget.checked)} />
        <span>Remember it in this browser, for the door poster too</span>
      </label>
      <Show when={name()}>
        <figure class={styles.figure} ref={figure}>
          <Qr class={styles.code} text={wifiCode(wifi())} label={`QR code for the Wi-Fi ${name()}`} />
          <figcaption>
            Wi-Fi: <strong dir="auto">{name()}</strong>
            <Show when={password()}>
              <br />
              Password: <strong>{password()}</strong>
            </Show>
          </figcaption>
        </figure>
        <div class="buttons">
          <button class="button quiet" type="button" onClick={() => figure.requestFullscreen?.()}>
            Show it large
          </button>
        </div>
      </Show>
    </div>
  )
}
