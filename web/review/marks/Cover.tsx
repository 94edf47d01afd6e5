import * as styles from '../review.module.css'

type Props = { open: boolean; onToggle: () => void }

export function Cover(props: Props) {
  return (
    <section class={`section ${styles.cover}`} aria-label="The order">
      <p>
        {props.open
          ? 'This page gives the order away now. Mind who can see this screen.'
          : 'The winners, the order, the marks and the casting vote are covered, so that the room cannot read them over your shoulder.'}
      </p>
      <div class="buttons">
        <button class="button" type="button" aria-expanded={props.open} onClick={() => props.onToggle()}>
          {props.open ? 'Cover the winners' : 'Show the winners'}
        </button>
      </div>
    </section>
  )
}
