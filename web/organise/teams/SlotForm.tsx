import { Show } from 'solid-js'
import type { Entry } from '../../../api/schema/entry.ts'
import type { Event } from '../../../api/schema/event.ts'
import { createForm } from '../../core/form.ts'
import { TextField } from '../../ui/fields/TextField.tsx'
import { minutesText, readMinutes } from '../../ui/forms/event-form.ts'
import { FormEnd } from '../../ui/forms/FormEnd.tsx'
import type { Teams } from '../organising-teams.ts'
import type { OpenRow } from '../table/open-row.ts'

type Props = { entry: Entry; event: Event; teams: Teams; rows: OpenRow }
type Values = { table: string; talk: string; questions: string; pace: string; skipped: boolean; warmUp: boolean }

const typedMinutes = (seconds: number | null) => (seconds === null ? '' : minutesText(seconds))
const seconds = (text: string) => (text.trim() ? readMinutes(text) : null)

export function SlotForm(props: Props) {
  const form = createForm<Values>({
    saved: () => ({
      table: props.entry.table,
      talk: typedMinutes(props.entry.talkSeconds),
      questions: typedMinutes(props.entry.questionsSeconds),
      pace: props.entry.pageSeconds === null ? '' : String(props.entry.pageSeconds),
      skipped: props.entry.skipped,
      warmUp: props.entry.warmUp,
    }),
    check({ table, talk, questions, pace }) {
      const problems = []
      if ([...table.trim()].length > 8)
        problems.push({ pointer: '/table', title: 'A number or a few letters, up to 8' })
      const [talkSeconds, questionsSeconds] = [seconds(talk), seconds(questions)]
      if (talkSeconds === undefined || (talkSeconds !== null && (talkSeconds < 5 || talkSeconds > 7200)))
        problems.push({ pointer: '/talkSeconds', title: 'Minutes, such as 4 or 4:30, up to 120' })
      if (questionsSeconds === undefined || (questionsSeconds !== null && questionsSeconds > 7200))
        problems.push({ pointer: '/questionsSeconds', title: 'Minutes, such as 2 or 1:30; 0 for none' })
      if (!/^(\d{1,4})?$/.test(pace.trim()) || (pace.trim() && (Number(pace) < 2 || Number(pace) > 3600)))
        problems.push({ pointer: '/pageSeconds', title: 'Seconds, such as 20, from 2 to 3600; empty to turn by hand' })
      return problems
    },
    async send({ table, talk, questions, pace, skipped, warmUp }) {
      const pageSeconds = pace.trim() ? Number(pace) : null
      const times = { talkSeconds: seconds(talk), questionsSeconds: seconds(questions), pageSeconds }
      const slot = { ...times, skipped, warmUp, table }
      await props.teams.change(props.entry.id, slot)
      return 'Saved'
    },
  })
  props.rows.followForm(props.entry.id, form)
  const set = (field: 'table' | 'talk' | 'questions' | 'pace') => (value: string) =>
    form.change((draft) => {
      draft[field] = value
    })
  return (
    <form class="form" onSubmit={form.submit} novalidate>
      <p class="dim">
        The table’s number or letter is on its card and on judges’ phones. Leave the minutes empty for{' '}
        {minutesText(props.event.talkSeconds)} and {minutesText(props.event.questionsSeconds)}, as for everyone. Leave
        the seconds empty for slides that are turned by hand.
      </p>
      <div class="grid narrow">
        <TextField
          label="Table"
          value={form.values.table}
          onInput={set('table')}
          problem={form.problemOf('table')}
          input={{ autocomplete: 'off', maxLength: 8 }}
        />
        <TextField
          label="Talk, minutes"
          value={form.values.talk}
          onInput={set('talk')}
          problem={form.problemOf('talkSeconds')}
          input={{ inputmode: 'decimal', autocomplete: 'off' }}
        />
        <TextField
          label="Questions, minutes"
          value={form.values.questions}
          onInput={set('questions')}
          problem={form.problemOf('questionsSeconds')}
          input={{ inputmode: 'decimal', autocomplete: 'off' }}
        />
        <TextField
          label="Slides turn after, seconds"
          value={form.values.pace}
          onInput={set('pace')}
          problem={form.problemOf('pageSeconds')}
          input={{ inputmode: 'numeric', autocomplete: 'off' }}
        />
      </div>
      <label class="choice-option">
        <input
          type="checkbox"
          checked={form.values.skipped}
          onChange={(e) => {
            const skipped = e.currentTarget.checked
            form.change((draft) => {
              draft.skipped = skipped
            })
          }}
        />
        <span>
          <strong>Skip for now.</strong> <span class="choice-hint">The desk moves on until you untick this.</span>
        </span>
      </label>
      <Show when={!props.entry.open}>
        <label class="choice-option">
          <input
            type="checkbox"
            checked={form.values.warmUp}
            onChange={(e) => {
              const warmUp = e.currentTarget.checked
              form.change((draft) => {
                draft.warmUp = warmUp
              })
            }}
          />
          <span>
            <strong>A warm-up.</strong> <span class="choice-hint">Nobody scores it.</span>
          </span>
        </label>
      </Show>
      <FormEnd form={form} label="Save table and times" />
    </form>
  )
}
