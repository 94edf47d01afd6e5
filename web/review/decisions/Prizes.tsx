import { createSignal, onMount } from 'solid-js'
import { counted } from '../../core/words/result-words.ts'
import { PrizesForm } from '../../organise/event/PrizesForm.tsx'
import type { Organising } from '../../organise/organising.ts'

/** Prizes by hand: folded away unless one still waits for its team. */
export function Prizes(props: { organising: Organising }) {
  const prizes = () => props.organising.now.prizes
  const given = () => prizes().filter((prize) => prize.entryId !== null).length
  const [open, setOpen] = createSignal(false)
  onMount(() => setOpen(given() < prizes().length))
  const words = () => {
    if (prizes().length === 0) return 'No prize is given by hand. Add one'
    const waiting = prizes().length - given()
    if (waiting === 0) return `${counted(given(), 'prize')} by hand, each with its team`
    return `${waiting} of ${counted(prizes().length, 'prize')} by hand without a team: the reveal leaves ${waiting === 1 ? 'it' : 'them'} out`
  }
  return (
    <section class="section" aria-label="Prizes given by hand">
      <details class="more" open={open()}>
        <summary>{words()}</summary>
        <PrizesForm organising={props.organising} />
      </details>
    </section>
  )
}
