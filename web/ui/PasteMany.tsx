import { createMemo, createSignal, For, Show } from 'solid-js'
import { Problem } from '../client/api.ts'
import { sentence } from '../client/form.ts'
import type { Reading } from '../client/pasted.ts'
import { LongField } from './LongField.tsx'

type Props<Body> = {
  label: string
  hint: string
  one: string
  many: string
  read: (text: string) => Reading<Body>[]
  add: (body: Body) => Promise<unknown>
}

const marks = { add: '+', leave: '·', refuse: '!' }

/** Many lines at once. Each row says beforehand what will become of it; what could not be taken stays in the field. */
export function PasteMany<Body>(props: Props<Body>) {
  const [text, setText] = createSignal('')
  const [adding, setAdding] = createSignal('')
  const [said, setSaid] = createSignal('')
  const [problem, setProblem] = createSignal<Problem>()
  const rows = createMemo(() => props.read(text()))
  const of = (will: Reading<Body>['will']) => rows().filter((row) => row.will === will)
  const count = (n: number) => `${n} ${n === 1 ? props.one : props.many}`

  async function addAll() {
    if (adding() || !of('add').length) return
    const bodies = rows().flatMap((row) => (row.will === 'add' ? [row.body] : []))
    const refused = of('refuse')
    setProblem(undefined)
    setSaid('')
    try {
      for (const [n, body] of bodies.entries()) {
        setAdding(`Adding ${n + 1} of ${bodies.length}…`)
        await props.add(body)
      }
      setText(refused.map((row) => row.raw).join('\n'))
      setSaid(`${count(bodies.length)} added`)
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      // Those that arrived are now known, so that pressing again goes on where it stopped.
      setProblem(failure)
    } finally {
      setAdding('')
    }
  }
  function write(value: string) {
    setText(value)
    setSaid('')
    setProblem(undefined)
  }

  return (
    <details class="more">
      <summary>{props.label}</summary>
      <div class="stack">
        <LongField label={props.label} quiet hint={props.hint} rows={6} value={text()} onInput={write} />
        <Show when={rows().length}>
          <ul class="pasted" aria-label="What will become of each line">
            <For each={rows()}>
              {(row) => (
                <li class={row.will}>
                  <span class="pasted-mark" aria-hidden="true">
                    {marks[row.will]}
                  </span>
                  <Show
                    when={row.will === 'add'}
                    fallback={
                      <p>
                        Line {row.line}
                        <Show when={row.name}>
                          {' '}
                          (<bdi>{row.name}</bdi>)
                        </Show>{' '}
                        {row.words}
                        {row.will === 'refuse' ? ', so it cannot be taken.' : ', so it is left alone.'}
                      </p>
                    }
                  >
                    <p>
                      <strong dir="auto">{row.name}</strong> <span class="dim">{row.words}</span>
                    </p>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={problem()}>
          {(no) => (
            <p class="form-problem" role="alert">
              {sentence(no())}
            </p>
          )}
        </Show>
        <div class="buttons">
          <button class="button" type="button" aria-disabled={!of('add').length || Boolean(adding())} onClick={addAll}>
            Add {of('add').length ? count(of('add').length) : props.many}
          </button>
          <p class="form-said" role="status">
            {adding() ||
              said() ||
              (of('refuse').length ? `${of('refuse').length} of ${rows().length} lines cannot be taken` : '')}
          </p>
        </div>
      </div>
    </details>
  )
}
