import type { Event } from '../../../api/schema/event.ts'
import type { Judge } from '../../../api/schema/judge.ts'
import { Qr } from '../../ui/page/Qr.tsx'
import { fitStep } from '../sheets.ts'

/** Folded in the middle, with the code hidden behind the name: whoever scans it scores in that name. */
export function Badge(props: { event: Event; judge: Judge; link: string }) {
  return (
    <article class="badge" data-piece>
      <div class="badge-back" data-turned>
        <Qr class="badge-qr" text={props.link} label={`Personal code of ${props.judge.name}`} />
        <div>
          <p class="badge-back-name">Scan to open your ballots.</p>
          <p>This code is yours alone: whoever scans it scores in your name.</p>
          <p>A new phone? Scan it again.</p>
        </div>
      </div>
      <div class="badge-front">
        <p class="badge-event" dir="auto">
          {props.event.name}
        </p>
        <p class="badge-name" data-fit={fitStep(props.judge.name, 14, 26, 48)} dir="auto">
          {props.judge.name}
        </p>
        <p dir="auto">{props.judge.role}</p>
        <p dir="auto">{props.judge.organisation}</p>
        <p class="badge-judge">Judge</p>
      </div>
    </article>
  )
}
