import { createSignal, onMount } from 'solid-js'
import { countOf, plural } from '../../../api/rules/words/plural.ts'
import { PrizesForm } from '../../organise/awards/PrizesForm.tsx'
import type { Organising } from '../../organise/organising.ts'

export function Prizes(props: { organising: Organising }) {
  const prizes = () => props.organising.now.prizes
  const decided = () => prizes().filter((prize) => prize.entryIds.length > 0).length
  const [open, setOpen] = createSignal(false)
  onMount(() => setOpen(decided() < prizes().length))
  const words = () => {
    if (prizes().length === 0) return 'No prize is given by hand. Add one'
    const waiting = prizes().length - decided()
    if (waiting === 0) return `${countOf(decided(), 'prize')} by hand, each with its team`
    const withoutTeam = `${waiting} of ${countOf(prizes().length, 'prize')} by hand without a team`
    return plural(waiting, {
      one: `${withoutTeam}: the reveal leaves it out`,
      other: `${withoutTeam}: the reveal leaves them out`,
    })
  }
  return (
    <details class="more" open={open()}>
      <summary>{words()}</summary>
      <PrizesForm heading="h3" organising={props.organising} />
    </details>
  )
}
