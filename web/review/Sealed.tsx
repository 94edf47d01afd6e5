export function Sealed(props: { slug: string; live: boolean }) {
  return (
    <section class="section">
      <h2>The review opens when scoring has closed</h2>
      <p>
        Until then nobody sees a score, a total or an order, you included: {props.live ? 'judges' : 'the judges'} should
        not be swayed, and nobody should be asked what they know. Who has scored whom is on the desk.
      </p>
      <div class="buttons">
        <a class="button" href={`/present/${props.slug}/desk`}>
          Open the desk
        </a>
        <a class="button quiet" href={`/e/${props.slug}/organise`}>
          Organise
        </a>
      </div>
    </section>
  )
}
