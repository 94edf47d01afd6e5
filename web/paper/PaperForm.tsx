import { createEffect, createSignal, For, on, Show } from 'solid-js'
import { countOf } from '../../api/rules/words/plural.ts'
import type { Criterion } from '../../api/schema/event.ts'
import { Problem } from '../core/api.ts'
import { createForm } from '../core/form.ts'
import { isolateName } from '../core/words/names.ts'
import { ScoreScale } from '../ui/ballot/ScoreScale.tsx'
import { LongField } from '../ui/fields/LongField.tsx'
import { FormEnd } from '../ui/forms/FormEnd.tsx'
import type { CopiedPaper, Copying } from './copying-paper.ts'
import { createDigits } from './digits.ts'
import { PaperQuestion } from './PaperQuestion.tsx'
import { WhosePaper } from './WhosePaper.tsx'

type Props = { copying: Copying; criteria: Criterion[] }

/** One paper ballot, copied with the very scales that the phone has; then the next judge’s for the same team. */
export function PaperForm(props: Props) {
  let element!: HTMLFormElement
  let agreed = false
  const [asking, setAsking] = createSignal(false)
  const form = createForm<CopiedPaper>({
    kept: () => ({ scores: {}, comment: '', recused: false }),
    async send(paper) {
      const { copying } = props
      const [judge, entry] = [copying.judge(), copying.entry()]
      // The rubric may have changed since the first of these was copied.
      const scores = Object.fromEntries(
        Object.entries(paper.scores).filter(([id]) => props.criteria.some((one) => one.id === id)),
      )
      const source = await copying.keep({ ...paper, scores }, agreed).catch(askAgain)
      setAsking(false)
      const next = copying.nextJudge()
      if (next) copying.setJudgeId(next.id)
      queueMicrotask(() => toFirst())
      const whose = `${isolateName(judge?.name ?? '')} for ${isolateName(entry?.team ?? '')}`
      const kept =
        source === 'paper' ? `Kept: ${whose}.` : `${whose}: what they tapped since then on their phone stands.`
      return next ? kept : `${kept} Every judge’s ballot for this team is in`
    },
  })
  const change = (make: (draft: CopiedPaper) => void) => {
    setAsking(false)
    form.change(make)
  }
  const score = (id: string, value: number) =>
    change((draft) => {
      draft.scores[id] = value
    })
  const digits = createDigits(() => props.criteria, score)
  const missing = () =>
    form.values.recused ? 0 : props.criteria.filter((one) => form.values.scores[one.id] === undefined).length
  const there = () => props.copying.thereFor(props.copying.judge()?.id ?? '')
  const toFirst = () => element.querySelector<HTMLElement>('.scale input, .paper-aside input')?.focus()

  /** The phone was quicker than this page knew: the question is put after all. */
  function askAgain(failure: unknown): never {
    if (failure instanceof Problem && failure.code === 'ballot-on-phone') setAsking(true)
    throw failure
  }
  createEffect(on([props.copying.judge, props.copying.entry], () => setAsking(false), { defer: true }))

  async function submit(e: SubmitEvent) {
    if (!agreed && (there() || missing() > 0)) {
      e.preventDefault()
      setAsking(true)
      return
    }
    await form.submit(e)
    agreed = false
  }

  return (
    <section class="section" aria-labelledby="copy-title">
      <header>
        <h2 id="copy-title">Copied from paper</h2>
        <p class="dim">
          A number key answers a question and goes on to the next; Enter keeps the ballot. It is marked as copied from
          paper, in the history and in the record.
        </p>
      </header>
      <form
        class="form paper-form"
        ref={element}
        onSubmit={submit}
        onKeyDown={digits}
        novalidate
        aria-labelledby="copy-title"
      >
        <WhosePaper copying={props.copying} />
        <Show when={!form.values.recused}>
          <For each={props.criteria}>
            {(criterion) => (
              <ScoreScale
                criterion={criterion}
                score={form.values.scores[criterion.id]}
                onScore={(value) => score(criterion.id, value)}
              />
            )}
          </For>
        </Show>
        <LongField
          label="Words for the team (optional)"
          hint="As the judge wrote them. The organiser reads this first and may pass it on to the team."
          maxlength={2000}
          value={form.values.comment}
          problem={form.problemOf('comment')}
          onInput={(value) =>
            change((draft) => {
              draft.comment = value
            })
          }
        />
        <label class="paper-aside">
          <input
            type="checkbox"
            checked={form.values.recused}
            onChange={(e) => {
              const { checked } = e.currentTarget
              change((draft) => {
                draft.recused = checked
              })
            }}
          />
          <span>The judge has stepped aside from this team</span>
        </label>
        <Show when={asking()} fallback={<FormEnd form={form} label="Keep this ballot" adds />}>
          <PaperQuestion
            there={there()}
            missing={missing() === 0 ? '' : countOf(missing(), 'question')}
            judge={props.copying.judge()?.name ?? ''}
            sending={form.sending()}
            onNo={() => {
              setAsking(false)
              toFirst()
            }}
            onYes={() => {
              agreed = true
              element.requestSubmit()
            }}
          />
        </Show>
      </form>
    </section>
  )
}
