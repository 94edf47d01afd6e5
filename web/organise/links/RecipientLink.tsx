import { Show } from 'solid-js'
import { CopyText } from '../../ui/buttons/CopyText.tsx'
import { InlineConfirm } from '../../ui/buttons/InlineConfirm.tsx'
import { Press } from '../../ui/buttons/Press.tsx'
import type { LinkSending } from './link-sending.ts'
import { linkLine } from './link-words.ts'

type Props = { id: string; sending: LinkSending; stops: string }

/** The server stores only the key's hash, so a link that is not in this tab cannot be shown again. */
export function RecipientLink(props: Props) {
  const recipient = () => props.sending.find(props.id)
  return (
    <Show when={recipient()}>
      {(recipient) => (
        <div class="stack">
          <p>{linkLine(recipient())}.</p>
          <Show
            when={recipient().link}
            fallback={
              <div class="buttons">
                <Press onPress={() => props.sending.issue([recipient()])}>
                  Make a link<span class="spoken"> for {recipient().name}</span>
                </Press>
                <Show when={recipient().state !== 'none'}>
                  <p class="dim">The link they have goes on working.</p>
                </Show>
              </div>
            }
          >
            {(link) => (
              <CopyText
                label={`Personal link for ${recipient().name}`}
                hint="It stays in this tab until you close it."
                text={link().address}
                onCopied={() => props.sending.markSaved([props.id])}
              />
            )}
          </Show>
          <div class="buttons">
            <Show when={recipient().state === 'ready'}>
              <Press onPress={() => props.sending.markSent([recipient()])}>
                Mark as sent<span class="spoken">: the link for {recipient().name}</span>
              </Press>
            </Show>
            <Show when={recipient().state !== 'none'}>
              <InlineConfirm
                label="Replace the link…"
                about={`for ${recipient().name}`}
                question={`Make a new link for ${recipient().name}? ${props.stops}`}
                yes="Make a new link"
                no="Keep this one"
                onYes={() => props.sending.replace([recipient()])}
              />
            </Show>
          </div>
        </div>
      )}
    </Show>
  )
}
