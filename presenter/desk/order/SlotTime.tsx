import { minutesAndSeconds } from '../../parts/words.ts'
import * as buttonsStyles from '../buttons.module.css'
import * as trayStyles from '../tray/tray.module.css'

const minuteSeconds = 60
const maxSeconds = 7200

type Props = {
  name: string
  seconds: number | null
  usual: number
  least: number
  onChange: (seconds: number | null) => void
}

export function SlotTime(props: Props) {
  const now = () => props.seconds ?? props.usual
  const by = (seconds: number) => {
    const next = Math.min(maxSeconds, Math.max(props.least, now() + seconds))
    props.onChange(next === props.usual ? null : next)
  }
  return (
    <fieldset class={trayStyles.slotTime}>
      <legend class="spoken">{props.name}</legend>
      <span class="dim">{props.name}</span>
      <button
        type="button"
        class={buttonsStyles.step}
        aria-label={`${props.name}: one minute less`}
        disabled={now() <= props.least}
        onClick={() => by(-minuteSeconds)}
      >
        −
      </button>
      <output class="figures" classList={{ [trayStyles.own]: props.seconds !== null }}>
        {minutesAndSeconds(now() * 1000)}
      </output>
      <button
        type="button"
        class={buttonsStyles.step}
        aria-label={`${props.name}: one minute more`}
        onClick={() => by(minuteSeconds)}
      >
        +
      </button>
    </fieldset>
  )
}
