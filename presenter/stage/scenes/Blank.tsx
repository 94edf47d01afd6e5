import * as styles from '../../parts/picture.module.css'
export function Blank() {
  return <div class={styles.scene} data-light="none" />
}
