import type { Phase } from '../../api/schema/event.ts'

const words: Record<Exclude<Phase, 'live'>, { title: string; text: string }> = {
  setup: {
    title: 'Scoring has not opened yet',
    text: 'Paper ballots are copied here once a team has been on stage. Until then they can be printed.',
  },
  closed: {
    title: 'Scoring has closed',
    text: 'Ballots are no longer accepted, from paper either. Is one missing? Open scoring again at the desk, copy it, and close.',
  },
  revealing: { title: 'The reveal has begun', text: 'The result is fixed, so ballots are no longer accepted.' },
  final: { title: 'The result has been published', text: 'It is fixed, so ballots are no longer accepted.' },
}

export function PaperClosed(props: { slug: string; phase: Phase }) {
  const current = () => words[props.phase === 'live' ? 'setup' : props.phase]
  return (
    <section class="section" aria-live="polite">
      <h2>{current().title}</h2>
      <p>{current().text}</p>
      <div class="buttons">
        <a class="button" href={`/present/${props.slug}/desk`}>
          The desk
        </a>
        <a class="button quiet" href={`/e/${props.slug}/organise`}>
          Organise
        </a>
      </div>
    </section>
  )
}
