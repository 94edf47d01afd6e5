import { CopyText } from '../../ui/buttons/CopyText.tsx'
import * as styles from '../organise.module.css'

export function NewLink(props: { link: string; onSaved: () => void }) {
  return (
    <section class={`section ${styles.newLink}`} aria-labelledby="keep">
      <header>
        <h2 id="keep">Save this link</h2>
        <p>
          You will see this link only once. It opens this page and the desk on any laptop. Give it only to people who
          organise with you.
        </p>
      </header>
      <CopyText label="The organiser’s link" text={props.link} />
      <div class="buttons">
        <button class="button" type="button" onClick={() => props.onSaved()}>
          I’ve saved it
        </button>
      </div>
    </section>
  )
}
