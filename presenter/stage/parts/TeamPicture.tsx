import { createSignal } from 'solid-js'
import * as styles from './team-picture.module.css'

type Props = {
  class: string
  address: string
  /** `whole`: never cropped; `filled`: cropped to its box. */
  fit: 'whole' | 'filled'
  onFail?: () => void
}

/** Nothing is drawn until the picture has loaded. */
export function TeamPicture(props: Props) {
  const [ratio, setRatio] = createSignal<number>()
  return (
    <div class={`${styles.teamPicture} ${props.class}`} data-fit={props.fit}>
      <img
        src={props.address}
        alt=""
        data-loaded={ratio() ? '' : undefined}
        style={{ '--ratio': ratio() }}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setRatio(naturalHeight > 0 ? naturalWidth / naturalHeight : 1)
        }
        onError={() => {
          setRatio(undefined)
          props.onFail?.()
        }}
      />
    </div>
  )
}
