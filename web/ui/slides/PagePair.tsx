import { createMemo, createSignal, Show } from 'solid-js'
import { slideAddress } from '../../../api/rules/pictures/slide-address.ts'
import { pageAt } from '../../../api/rules/show/slides.ts'
import type { StageSnapshot } from '../../../api/schema/stage.ts'
import * as styles from './slides.module.css'

type Props = { slug: string; stage: StageSnapshot; nowMs: number }

/** The page on the screen and the one after it, for whoever presents. */
export function PagePair(props: Props) {
  const page = createMemo(() => (props.stage.slides ? pageAt(props.stage.slides, props.nowMs) : 0))
  const address = (number: number) => {
    const { onStage, slides } = props.stage
    if (!onStage?.slides || !slides || number < 1 || number > slides.of) return undefined
    return slideAddress(props.slug, onStage.id, number, onStage.slides.version)
  }
  return (
    <Show when={address(page())}>
      {(current) => (
        <div class={styles.pair} data-slides>
          <figure>
            <PagePicture address={current()} alt="The page on the screen" />
            <figcaption class="figures">
              Page {page()} of {props.stage.slides?.of}
            </figcaption>
          </figure>
          <figure>
            <Show when={address(page() + 1)} fallback={<p class={styles.last}>The last page</p>}>
              {(next) => (
                <>
                  <PagePicture address={next()} alt="The next page" />
                  <figcaption>Next</figcaption>
                </>
              )}
            </Show>
          </figure>
        </div>
      )}
    </Show>
  )
}

/** Hidden while its picture cannot be loaded, so that nobody sees a broken one. */
function PagePicture(props: { address: string; alt: string }) {
  const [missing, setMissing] = createSignal<string>()
  return (
    <img
      src={props.address}
      alt={props.alt}
      style={{ visibility: missing() === props.address ? 'hidden' : 'visible' }}
      onError={() => setMissing(props.address)}
    />
  )
}
