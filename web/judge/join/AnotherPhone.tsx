import { onMount } from 'solid-js'
import { Qr } from '../../ui/page/Qr.tsx'
import * as styles from '../judge.module.css'

export function AnotherPhone(props: { address: string; name: string }) {
  let heading!: HTMLHeadingElement
  onMount(() => {
    heading.focus({ preventScroll: true })
    heading.scrollIntoView({ block: 'start' })
  })
  return (
    <>
      <h2 ref={heading} tabindex="-1">
        Scan this with the other phone
      </h2>
      <Qr class={styles.phoneCode} text={props.address} label="A code that opens your ballots on another phone" />
      <p class={styles.phoneCodeText} data-address>
        {props.address}
      </p>
      <p>
        It opens these very ballots there, and this phone goes on working. Whoever opens it judges as{' '}
        <span dir="auto">{props.name}</span>: show it to nobody else.
      </p>
    </>
  )
}
