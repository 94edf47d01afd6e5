import { type Component, createSignal, Show } from 'solid-js'
import { Problem } from '../../core/api.ts'
import type { Judging } from '../judging.ts'
import { secondPhoneLink } from './second-phone-link.ts'

/** Opens the same judge's ballots on a second phone, for a battery that runs low. */
export function SecondPhone(props: { judging: Judging }) {
  const [link, setLink] = createSignal<{ Code: Component<{ address: string; name: string }>; address: string }>()
  const [message, setMessage] = createSignal('')
  const { slug, judge } = props.judging

  async function show() {
    setMessage('One moment…')
    try {
      const address = await secondPhoneLink(slug, judge().id)
      const { AnotherPhone } = await import('./AnotherPhone.tsx')
      setMessage('')
      setLink({ Code: AnotherPhone, address })
    } catch (failure) {
      const isRefused = failure instanceof Problem && failure.status > 0
      setMessage(isRefused ? `${failure.title}.` : 'That takes the network. Try again when this phone is back online.')
    }
  }

  return (
    <section>
      <Show
        when={link()}
        keyed
        fallback={
          <button class="button quiet" type="button" onClick={show}>
            Use another phone…
          </button>
        }
      >
        {({ Code, address }) => <Code address={address} name={judge().name} />}
      </Show>
      <p role="status">{message()}</p>
    </section>
  )
}
