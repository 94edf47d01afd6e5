import * as styles from '../buttons.module.css'
export function Key(props: { name: string }) {
  return <kbd class={styles.key}>{props.name}</kbd>
}
