import type { Event } from '../../../api/schema/event.ts'
import type { Judge } from '../../../api/schema/judge.ts'
import { Qr } from '../../ui/page/Qr.tsx'
import { fitStep } from '../sheets.ts'
import * as styles from './cards.module.css'

/** Folded in the middle, with the code hidden behind the name: whoever scans it scores in that name. */
export function Badge(props: { event: Event; judge: Judge; link: string }) {
  return (
    <article class={styles.badge} data-piece>
      <div class={styles.badgeBack} data-turned>
        <Qr class={styles.badgeQr} text={props.link} label={`Personal code of ${props.judge.name}`} />
        <div>
          <p class={styles.badgeBackName}>Scan to open your ballots.</p>
          <p>This code is yours alone: whoever scans it scores in your name.</p>
          <p>A new phone? Scan it again.</p>
        </div>
      </div>
      <div class={styles.badgeFront}>
        <p class={styles.badgeEvent} dir="auto">
          {props.event.name}
        </p>
        <p class={styles.badgeName} data-fit={fitStep(props.judge.name, 14, 26, 48)} dir="auto">
          {props.judge.name}
        </p>
        <p dir="auto">{props.judge.role}</p>
        <p dir="auto">{props.judge.organisation}</p>
        <p class={styles.badgeJudge}>Judge</p>
      </div>
    </article>
  )
}
