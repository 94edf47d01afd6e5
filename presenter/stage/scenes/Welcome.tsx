import { Show } from 'solid-js'
import { plural } from '../../../api/rules/words/plural.ts'
import { capitalise } from '../../../web/core/words/capitalise.ts'
import { Qr } from '../../../web/ui/page/Qr.tsx'
import { Code } from '../../parts/Code.tsx'
import { FitText } from '../../parts/FitText.tsx'
import * as pictureStyles from '../../parts/picture.module.css'
import { countWords, minutesWords } from '../../parts/words.ts'
import { Countdown } from '../parts/Countdown.tsx'
import { EventPicture } from '../parts/EventPicture.tsx'
import type { StageProps } from '../stage-props.ts'
import * as welcomeStyles from './welcome.module.css'

export function Welcome(props: StageProps) {
  return (
    <div
      class={`${pictureStyles.scene} ${welcomeStyles.welcome}`}
      classList={{ [welcomeStyles.pictured]: props.event.picture !== null }}
    >
      <div class={welcomeStyles.welcomeWords}>
        <p class={pictureStyles.headline}>
          <span class={pictureStyles.chip}>Welcome</span>
          <span class={`dim ${welcomeStyles.welcomeVenue}`} dir="auto">
            {props.event.venue}
          </span>
        </p>
        <FitText
          class={welcomeStyles.welcomeName}
          words={props.event.name}
          largest={props.event.picture ? 10.5 : 14}
          smallest={5.6}
        >
          <h2>{props.event.name}</h2>
        </FitText>
        <Holding {...props} />
        <p class={welcomeStyles.welcomeHow}>Scan to follow or to judge, or open</p>
        <Code event={props.event} />
        <Show when={props.event.startsAt}>
          {(startsAt) => (
            <Countdown
              class={welcomeStyles.welcomeStart}
              before="We start"
              toMs={Date.parse(startsAt())}
              nowMs={props.nowMs}
            />
          )}
        </Show>
      </div>
      <Qr class={pictureStyles.qr} text={props.event.joinUrl} label={`QR code for ${props.event.joinUrl}`} />
    </div>
  )
}

function Holding(props: StageProps) {
  const programme = () => {
    const { slots } = props.stage
    if (slots === 0) return 'The teams will appear here.'
    const teams = capitalise(countWords(slots, 'team'))
    if (props.event.scoring === 'any-order') return `${teams}.`
    const length = capitalise(minutesWords(props.event.talkSeconds * 1000))
    return plural(slots, { one: `${teams}. ${length}.`, other: `${teams}. ${length} each.` })
  }
  return (
    <Show when={props.event.picture} fallback={<p class={`${welcomeStyles.welcomeProgramme} dim`}>{programme()}</p>}>
      {(address) => <EventPicture class={welcomeStyles.welcomePicture} address={address()} />}
    </Show>
  )
}
