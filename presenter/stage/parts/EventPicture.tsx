import { createSignal } from 'solid-js'
import * as styles from './own-picture.module.css'

export function EventPicture(props: { class: string; address: string }) {
  const [ratio, setRatio] = createSignal<number>()
  return (
    <div class={`${styles.ownPicture} ${props.class}`}>
      <img
        src={props.address}
        alt=""
        style={{ '--ratio': ratio(), visibility: ratio() ? 'visible' : 'hidden' }}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setRatio(naturalHeight > 0 ? naturalWidth / naturalHeight : 1)
        }
        onError={() => setRatio(undefined)}
      />
    </div>
  )
}
