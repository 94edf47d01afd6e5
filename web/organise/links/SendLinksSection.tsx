import { createSignal, Show } from 'solid-js'
import { countOf } from '../../../api/rules/words/plural.ts'
import { copyText } from '../../core/browser/clipboard.ts'
import { saveFile } from '../../core/browser/save-file.ts'
import { CopyText } from '../../ui/buttons/CopyText.tsx'
import { InlineConfirm } from '../../ui/buttons/InlineConfirm.tsx'
import { Press } from '../../ui/buttons/Press.tsx'
import type { Organising } from '../organising.ts'
import { LinkTable } from './LinkTable.tsx'
import { countRecipients, sendingWords } from './link-recipients.ts'
import { createLinkSending } from './link-sending.ts'
import { linksCsv, linksText } from './links-files.ts'

/** Each step is for all: make the links that are missing, send them in one of four ways, mark them as sent. */
export function SendLinksSection(props: { organising: Organising }) {
  const { slug } = props.organising
  const sending = createLinkSending(props.organising)
  const [message, setMessage] = createSignal('')
  const [cannotCopy, setCannotCopy] = createSignal(false)
  const { recipients } = sending
  const withoutLink = () => recipients().filter(({ state }) => state === 'none')
  const inThisTab = () => recipients().filter(({ link }) => link)
  const toSend = () => inThisTab().filter(({ state }) => state === 'ready')
  const ids = () => inThisTab().map(({ id }) => id)
  const includesKind = (kind: 'team' | 'judge') => inThisTab().some((recipient) => recipient.kind === kind)
  const makeWords = () => `Make ${countOf(withoutLink().length, 'link')}`

  async function makeMissing() {
    const made = countOf(withoutLink().length, 'link')
    await sending.issue(withoutLink())
    setMessage(`${made} made. Send them before you close this tab`)
  }
  async function markSent() {
    const marked = countRecipients(toSend())
    await sending.markSent(toSend())
    setMessage(`Marked as sent: ${marked}`)
  }
  async function copyAll() {
    setCannotCopy(!(await copyText(linksText(inThisTab()))))
    if (cannotCopy()) return setMessage('This browser cannot copy by itself. Select the text below and copy it')
    sending.markSaved(ids())
    setMessage(`${countOf(inThisTab().length, 'link')} copied, each with its name`)
  }
  function downloadCsv() {
    saveFile(`${slug}-links.csv`, 'text/csv;charset=utf-8', linksCsv(inThisTab()))
    sending.markSaved(ids())
    setMessage('The file is in your downloads. Delete it once the links are sent')
  }

  return (
    <section class="section" id="send" aria-labelledby="send-title">
      <header>
        <h2 id="send-title">Send the links</h2>
        <p>{sendingWords(recipients())}</p>
        <p class="dim">
          A team’s link opens its own text, picture and clock; a judge’s link opens that judge’s ballots. Send each only
          to the person it is for.
        </p>
      </header>
      <div class="buttons">
        <Show when={withoutLink().length}>
          <Press loud onPress={makeMissing}>
            {makeWords()}
          </Press>
          <p class="dim">Links that were sent before go on working.</p>
        </Show>
        <p class="form-message" role="status">
          {message()}
        </p>
      </div>
      <Show when={recipients().length > 0 && withoutLink().length === 0 && inThisTab().length === 0}>
        <p class="dim">
          Links are shown only in the tab that made them. To see one again, make a new one for that team or judge.
        </p>
      </Show>
      <Show when={inThisTab().length}>
        <div class="buttons">
          <button class="button" type="button" onClick={copyAll}>
            Copy all
          </button>
          <button class="button quiet" type="button" onClick={downloadCsv}>
            Download a CSV for mail merge
          </button>
          <Show when={includesKind('team')}>
            <a class="button quiet" href={`/e/${slug}/print?what=slips`}>
              Print slips for teams
            </a>
          </Show>
          <Show when={includesKind('judge')}>
            <a class="button quiet" href={`/e/${slug}/print?what=badges`}>
              Print badges for judges
            </a>
          </Show>
          <Show when={toSend().length}>
            <Press onPress={markSent}>Mark {countOf(toSend().length, 'link')} as sent</Press>
          </Show>
        </div>
        <details class="more" open={cannotCopy() || undefined}>
          <summary>Show them as text</summary>
          <CopyText
            label="Names and links, one a line"
            text={linksText(inThisTab())}
            rows={4}
            onCopied={() => sending.markSaved(ids())}
          />
        </details>
        <p class="dim">
          These links stay in this tab while you look at other pages. Once you close it, only new links can be made.
        </p>
      </Show>
      <Show when={recipients().length}>
        <LinkTable sending={sending} />
        <details class="more">
          <summary>More</summary>
          <InlineConfirm
            label="Make new links for all…"
            question={`Make new links for ${countRecipients(recipients())}? Every link that you sent before stops working, and every phone that uses one is signed out until it opens its new link. Nothing that was saved is lost.`}
            yes="Stop the old links and make new ones"
            no="Leave them"
            onYes={async () => {
              await sending.replace(recipients())
              setMessage('New links made. The earlier ones no longer work')
            }}
          />
        </details>
      </Show>
    </section>
  )
}
