import { type Component, createSignal, Show } from 'solid-js'
import { Problem } from '../../core/api.ts'
import type { Judging } from '../judging.ts'

/** For a battery that runs low: the same judge on a second phone. What it takes is loaded when it is asked for. */
export function CarryOn(props: { judging: Judging }) {
  const [found, setFound] = createSignal<{ Code: Component<{ address: string; name: string }>; address: string }>()
  const [said, setSaid] = createSignal('')
  const { slug, judge } = props.judging

  async function show() {
    setSaid('One moment…')
    try {
      const [{ AnotherPhone }, { wayInForAnotherPhone }] = await Promise.all([
        import('./AnotherPhone.tsx'),
        import('./second-phone-link.ts'),
      ])
      const address = await wayInForAnotherPhone(slug, judge().id)
      setSaid('')
      setFound({ Code: AnotherPhone, address })
    } catch (failure) {
      const refused = failure instanceof Problem && failure.status > 0
      setSaid(refused ? `${failure.title}.` : 'That takes the network. Try again when this phone is back online.')
    }
  }

  return (
    <section>
      <Show
        when={found()}
        keyed
        fallback={
          <button class="button quiet" type="button" onClick={show}>
            Carry on on another phone…
          </button>
        }
      >
        {({ Code, address }) => <Code address={address} name={judge().name} />}
      </Show>
      <p role="status">{said()}</p>
    </section>
  )
}
