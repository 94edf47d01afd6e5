import { createMemo, Show } from 'solid-js'
import { plural } from '../../../api/rules/words/plural.ts'
import { InlineConfirm } from '../../ui/buttons/InlineConfirm.tsx'
import { Press } from '../../ui/buttons/Press.tsx'
import type { LinkSending } from '../links/link-sending.ts'
import { RecipientLink } from '../links/RecipientLink.tsx'
import type { Organising } from '../organising.ts'
import type { Panel } from '../organising-judges.ts'
import type { OpenRow } from '../table/open-row.ts'
import { RowEditor } from '../table/RowEditor.tsx'
import { CorrectJudge } from './CorrectJudge.tsx'
import { JudgeCode } from './JudgeCode.tsx'

type Props = { id: string; organising: Organising; panel: Panel; sending: LinkSending; rows: OpenRow }

export function JudgeEditor(props: Props) {
  const storedJudge = () => props.organising.now.judges.find((judge) => judge.id === props.id)
  /** The last known judge, also after another laptop has deleted the row. */
  const judge = createMemo((before: ReturnType<typeof storedJudge>) => storedJudge() ?? before, storedJudge())
  const waiting = () => judge()!.status === 'waiting'
  const lossWords = () => {
    const finished = props.organising.finishedBy(props.id)
    if (finished === 0) return 'They have scored nobody yet.'
    return plural(finished, {
      one: 'Their ballot stays, but no longer counts.',
      other: `Their ${finished} ballots stay, but no longer count.`,
    })
  }
  /** The pressed button disappears, so the focus returns to the heading. */
  async function act(change: Promise<unknown>) {
    await change
    setTimeout(() => document.getElementById(props.rows.editorHeadingId(props.id))?.focus())
  }
  return (
    <RowEditor rows={props.rows} id={props.id} name={judge()!.name} exists={storedJudge() !== undefined}>
      <Show
        when={judge()!.status !== 'removed'}
        fallback={
          <Show
            when={judge()!.mergedInto === null}
            fallback={<p>The desk merged {judge()!.name} with another judge, who has the newest ballots.</p>}
          >
            <p>{judge()!.name} is off the panel, and their scores are not counted.</p>
            <div class="buttons">
              <Press onPress={() => act(props.panel.admit(props.id))}>Put back on the panel</Press>
            </div>
          </Show>
        }
      >
        <Show when={waiting()}>
          <div class="buttons">
            <Press loud onPress={() => act(props.panel.admit(props.id))}>
              Let them in
            </Press>
          </div>
        </Show>
        <CorrectJudge judge={judge()!} panel={props.panel} rows={props.rows} />
        <Show when={!waiting()}>
          <div>
            <details class="more" name={`parts-${props.id}`}>
              <summary>Link</summary>
              <RecipientLink
                id={props.id}
                sending={props.sending}
                stops="The earlier link stops working, and the phone that uses it is signed out until it opens the new one."
              />
            </details>
            <details class="more" name={`parts-${props.id}`}>
              <summary>Code to scan</summary>
              <JudgeCode id={props.id} sending={props.sending} />
            </details>
          </div>
        </Show>
        <div class="buttons">
          <Show when={!waiting()}>
            <Show
              when={judge()!.away}
              fallback={
                <Show when={judge()!.arrived}>
                  <Press onPress={() => act(props.panel.markAway(props.id))}>They have stepped out</Press>
                </Show>
              }
            >
              <Press onPress={() => act(props.panel.markPresent(props.id))}>They are back</Press>
            </Show>
          </Show>
          <InlineConfirm
            label={waiting() ? 'Turn away…' : 'Take off the panel…'}
            about={judge()!.name}
            question={
              waiting()
                ? `Turn ${judge()!.name} away? They can still be let in later.`
                : `Take ${judge()!.name} off the panel? ${lossWords()} They can be put back.`
            }
            yes={waiting() ? 'Turn them away' : 'Take them off'}
            no={waiting() ? 'Let them wait' : 'Leave them on'}
            onYes={() => act(props.panel.remove(props.id))}
          />
        </div>
      </Show>
      <Show when={props.organising.now.event.phase !== 'live'}>
        <a
          href={`/api/events/${props.organising.slug}/judges/${props.id}/data`}
          download={`${props.organising.slug}-judge-data.json`}
        >
          Download this person’s data
        </a>
      </Show>
    </RowEditor>
  )
}
