import { For, Show } from 'solid-js'
import { clockTime } from '../../core/words/clock-time.ts'
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx'
import { Qr } from '../../ui/page/Qr.tsx'
import { createPhoneCheck } from './phone-check.ts'
import * as styles from './phones.module.css'
import { remedies } from './remedies.ts'
import { WifiForm } from './WifiForm.tsx'

const isOnlyHere = (address: string) => /^https?:\/\/(localhost|127\.)/.test(address)

export function PhonesSection() {
  const check = createPhoneCheck()
  const address = () => check.network()?.address ?? ''
  const addresses = () => check.network()?.addresses ?? []
  const link = () => `${address()}/phone`
  const status = () => {
    const cameAt = check.cameAt()
    return cameAt ? `A phone got through at ${clockTime(cameAt)}.` : 'Waiting for a phone…'
  }
  return (
    <section class="section" aria-labelledby="phones">
      <header>
        <h2 id="phones">Phones in the hall</h2>
        <p class="dim">Try this in the hall: the judges’ phones need to reach this computer.</p>
      </header>
      <Show when={check.network()}>
        <Show
          when={!isOnlyHere(address())}
          fallback={<p>This computer is in no network yet. Join the hall’s Wi-Fi, and a code appears here.</p>}
        >
          <div class={styles.pair}>
            <Qr class={styles.code} text={link()} label={`QR code for ${link()}`} />
            <div class={styles.words}>
              <p>Scan this with a phone in the hall’s Wi-Fi, or type the address:</p>
              <p>
                <strong>{link().replace(/^http:\/\//, '')}</strong>
              </p>
              <p role="status" class={check.cameAt() ? styles.through : ''}>
                {status()}
              </p>
            </div>
          </div>
        </Show>
        <Show when={!check.cameAt() && check.betterAddress()}>
          {(better) => (
            <p class={styles.better}>
              A phone got through at {better().address}, but the codes name another address.{' '}
              <button class="button quiet" type="button" onClick={() => check.choose(better().address)}>
                Use {better().address}
              </button>
            </p>
          )}
        </Show>
        <Show when={addresses().length > 1}>
          <ChoiceField
            label="Address in the codes"
            value={address()}
            options={addresses().map(({ name, address }) => ({ value: address, label: address, hint: name }))}
            problem={check.refused()?.title}
            onInput={check.choose}
          />
        </Show>
        <details class="more">
          <summary>No phone gets through?</summary>
          <ul class={styles.remedies}>
            <For each={remedies(addresses())}>{(remedy) => <li>{remedy}</li>}</For>
          </ul>
        </details>
      </Show>
      <details class="more">
        <summary>A code that lets phones join the Wi-Fi</summary>
        <WifiForm />
      </details>
    </section>
  )
}
