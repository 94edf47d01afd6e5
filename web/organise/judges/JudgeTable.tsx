import { createMemo, For, Show } from 'solid-js'
import type { Judge } from '../../../api/schema/judge.ts'
import { Press } from '../../ui/buttons/Press.tsx'
import type { LinkSending } from '../links/link-sending.ts'
import { linkCell, linkLine } from '../links/link-words.ts'
import type { Organising } from '../organising.ts'
import type { Panel } from '../organising-judges.ts'
import type { OpenRow } from '../table/open-row.ts'
import * as styles from '../table/table.module.css'
import { judgeState } from './judge-words.ts'

const rank = { waiting: 0, admitted: 1, removed: 2 }

type Props = { organising: Organising; panel: Panel; sending: LinkSending; rows: OpenRow }

export function JudgeTable(props: Props) {
  const { now } = props.organising
  const judges = createMemo(() => [...now.judges].sort((a, b) => rank[a.status] - rank[b.status]))
  const link = (judge: Judge, words: typeof linkCell) => {
    const recipient = props.sending.find(judge.id)
    return recipient ? words(recipient) : ''
  }
  const about = ({ role, organisation }: Judge) => [role, organisation].filter(Boolean).join(', ')
  const states = (judge: Judge) =>
    [props.rows.unsaved(judge.id) && 'Not saved yet', judgeState(judge), judge.challengeOnly && 'Challenges only']
      .filter(Boolean)
      .join(', ')

  /** The pressed button disappears and the row may move, so the focus returns to the row. */
  async function admit(id: string) {
    await props.panel.admit(id)
    setTimeout(() => document.getElementById(props.rows.rowButtonId(id))?.focus())
  }
  return (
    <section class={styles.frame} tabindex="0" aria-label="Judges on the list">
      <table>
        <thead>
          <tr>
            <th>Judge</th>
            <th class={styles.wide}>State</th>
            <th class={styles.wide}>Link</th>
          </tr>
        </thead>
        <tbody>
          <For each={judges()}>
            {(judge) => (
              <tr data-open={props.rows.openId() === judge.id ? '' : undefined}>
                <th scope="row">
                  <button
                    class={styles.name}
                    type="button"
                    id={props.rows.rowButtonId(judge.id)}
                    aria-expanded={props.rows.openId() === judge.id}
                    onClick={() => props.rows.open(judge.id)}
                  >
                    <span class="spoken">Edit </span>
                    <strong dir="auto">{judge.name}</strong>
                    <Show when={about(judge)}>
                      <span dir="auto">{about(judge)}</span>
                    </Show>
                  </button>
                  <span class={`${styles.narrow} dim`}>
                    {[states(judge), link(judge, linkLine)].filter(Boolean).join(' · ')}
                  </span>
                  <Show when={judge.status === 'waiting'}>
                    <Press loud onPress={() => admit(judge.id)}>
                      Let in<span class="spoken"> {judge.name}</span>
                    </Press>
                  </Show>
                </th>
                <td class={styles.wide} classList={{ [styles.attention]: judge.status === 'waiting' }}>
                  {states(judge)}
                </td>
                <td class={styles.wide}>{link(judge, linkCell)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  )
}
