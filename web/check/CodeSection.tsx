import { Show } from 'solid-js'
import { Qr } from '../ui/page/Qr.tsx'
import * as styles from './check.module.css'
import { FindingRow } from './FindingRow.tsx'
import type { VenueCheck } from './venue-check.ts'

export function CodeSection(props: { check: VenueCheck }) {
  const leadsTo = () => (props.check.scanned ? undefined : props.check.code())
  return (
    <section class="section" aria-labelledby="code">
      <h2 id="code">The room’s code</h2>
      <ul class={`checks ${styles.found}`}>
        <FindingRow name="Code" finding={props.check.reading()} />
      </ul>
      <Show when={leadsTo()}>
        {(code) => (
          <div class={styles.checkCode}>
            <Qr class={styles.qr} text={code().href} label={`QR code for ${code().href}`} />
            <p class="dim">{code().host}</p>
          </div>
        )}
      </Show>
    </section>
  )
}
