import { Dynamic } from 'solid-js/web'

export function NoAward(props: { reason: string; level?: 'h2' | 'h3' }) {
  return (
    <section>
      <Dynamic component={props.level ?? 'h2'}>Your team and the awards</Dynamic>
      <p>
        The organiser took your team out of the awards this time, so it has no place and no prize. The reason:{' '}
        <bdi>{props.reason}</bdi>
      </p>
      <p class="dim">Your demo was part of the day all the same.</p>
    </section>
  )
}
