import { onMount, Show } from 'solid-js'
import { isCountedTeam } from '../../../api/rules/show/running-order.ts'
import type { Entry } from '../../../api/schema/entry.ts'
import { reserveScrollRoom } from '../../core/browser/scroll-room.ts'
import { placeWords } from '../../core/words/place-words.ts'
import type { Following } from '../following.ts'
import * as styles from '../judge.module.css'
import type { Judging } from '../judging.ts'
import { NowOnStage } from '../NowOnStage.tsx'

type Props = { entry: Entry | undefined; state: string; judging: Judging; following: Following }

export function BallotHeader(props: Props) {
  let header!: HTMLElement
  let heading!: HTMLHeadingElement
  const countedTeams = () => props.judging.liveEvent.entries().filter(isCountedTeam).length
  const onStage = () => props.state === 'On stage'

  onMount(() => {
    reserveScrollRoom(header, 'top')
    heading.focus({ preventScroll: true })
    scrollTo(0, 0)
  })

  return (
    <header class={styles.ballotHeader} classList={{ [styles.elsewhere]: !onStage() }} ref={header}>
      <NowOnStage following={props.following} />
      <div class="band">
        <div class={styles.ballotTeam}>
          <Show when={props.entry?.picture}>
            {(address) => <img class={styles.ballotPicture} src={address()} alt="" width="56" height="56" />}
          </Show>
          <div class={styles.ballotName}>
            <div class="band-line">
              <span class={`pill ${onStage() ? '' : 'muted'}`}>{props.state}</span>
              <span>
                <Show when={props.entry}>
                  {(entry) => (
                    <>
                      {(!onStage() && entry().table && `Table ${entry().table}`) ||
                        placeWords(entry(), props.judging.liveEvent.entries(), countedTeams())}
                    </>
                  )}
                </Show>
              </span>
            </div>
            <h1
              ref={heading}
              tabindex="-1"
              dir="auto"
              classList={{ [styles.ballotLong]: (props.entry?.team.length ?? 0) > 40 }}
            >
              {props.entry?.team}
            </h1>
          </div>
        </div>
      </div>
    </header>
  )
}
