export function TeamWarning(props: { slug: string; onContinue: () => void }) {
  return (
    <>
      <p>
        This phone has a team’s link. Judges score the teams, so a member of a team does not judge here unless the
        organiser has asked them to.
      </p>
      <a class="button" href={`/e/${props.slug}/team`}>
        Back to my team
      </a>
      <button class="button quiet" type="button" onClick={props.onContinue}>
        I am a judge all the same
      </button>
    </>
  )
}
