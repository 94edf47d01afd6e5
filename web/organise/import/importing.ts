import { batch, createEffect, createMemo, createSignal, on } from 'solid-js'
import { Problem } from '../../core/api.ts'
import { callsOf, rowOf } from './import-calls.ts'
import { areHeadings, fieldsOf, guessColumns, type Kind, plainOrder, sourceOf, withColumn } from './import-fields.ts'
import { likelyTickets, ticketsOf } from './import-judges.ts'
import type { Layout, Reading } from './import-rows.ts'
import { readTable, type TableRow } from './table.ts'
import { readTableFile } from './table-file.ts'

export type Change<Body> = { id: string; to: Partial<Body> }

type Options<Body> = {
  kind: Kind
  one: string
  many: string
  read: (rows: TableRow[], layout: Layout) => Reading<Body>[]
  /** Brings some in, all or none; says of each whether it was added or changed (else it was there already, or is gone). Rejects with a Problem. */
  send: (add: Body[], change: Change<Body>[]) => Promise<{ added: boolean[]; changed: boolean[] }>
}

/** A list on its way in: what it says, what each row would do, and what became of it. Nothing is kept before `bringIn`. */
export function createImport<Body>(options: Options<Body>) {
  const fields = fieldsOf(options.kind)
  const [text, setText] = createSignal('')
  const [file, setFile] = createSignal('')
  const [fileProblem, setFileProblem] = createSignal('')
  const rows = createMemo(() => readTable(text()))
  const [layout, setLayout] = createSignal<Layout>({ columns: [], headed: false })
  const [agreed, setAgreed] = createSignal<ReadonlySet<number>>(new Set())
  const [done, setDone] = createSignal<Record<number, string>>({})
  const [refused, setRefused] = createSignal<Record<number, string>>({})
  const [busy, setBusy] = createSignal('')
  const [said, setSaid] = createSignal('')
  const [problem, setProblem] = createSignal<Problem>()

  const first = createMemo(() => rows()[0]?.cells ?? [])
  /** As many columns as some row fills: without headings more are allowed than there are. */
  const width = createMemo(() =>
    Math.max(0, ...rows().map((row) => Math.min(row.cells.length, layout().columns.length))),
  )
  const headings = createMemo(() => (layout().headed ? first() : []))
  const source = createMemo(() => sourceOf(first()))
  // Another first row is another list; typing on beneath it leaves the columns as they were set.
  createEffect(
    on(
      () => first().join('\n'),
      () => arrange(areHeadings(first(), options.kind)),
    ),
  )

  function arrange(headed: boolean) {
    const plain = plainOrder[options.kind]
    const width = Math.max(first().length, plain.length)
    const columns = headed ? guessColumns(first(), fields) : Array.from({ length: width }, (_, n) => plain[n] ?? '')
    withTickets({ columns, headed })
  }
  function withTickets(next: Layout) {
    const names = ticketsOf(rows(), next).map((ticket) => ticket.name)
    setLayout({ ...next, tickets: likelyTickets(names) })
  }

  const readings = createMemo(() =>
    options.read(rows(), layout()).map((row): Reading<Body> => {
      const words = refused()[row.line]
      return words && row.will !== 'leave' ? { ...row, will: 'refuse', words } : row
    }),
  )
  const will = (what: Reading<Body>['will']) => readings().filter((row) => row.will === what && !done()[row.line])
  const todo = () =>
    readings().filter(
      (row) => !done()[row.line] && (row.will === 'add' || (row.will === 'change' && agreed().has(row.line))),
    )
  const count = (n: number) => `${n} ${n === 1 ? options.one : options.many}`

  function write(value: string, name = '') {
    batch(() => {
      setText(value)
      setFile(name)
      setFileProblem('')
      setAgreed(new Set<number>())
      setDone({})
      setRefused({})
      setSaid('')
      setProblem(undefined)
    })
  }
  async function takeFile(given: File) {
    const read = await readTableFile(given)
    if ('text' in read) write(read.text, given.name)
    else setFileProblem(read.problem)
  }

  async function bringIn() {
    const all = todo()
    if (busy() || all.length === 0) return
    setProblem(undefined)
    setSaid('')
    try {
      for (const some of callsOf(all)) {
        setBusy(`${Object.keys(done()).length} of ${Object.keys(done()).length + todo().length} are in…`)
        await sendSome(some)
      }
      setSaid(outcomeWords(Object.values(done())))
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      setProblem(failure)
    } finally {
      setBusy('')
    }
  }

  function outcomeWords(words: string[]): string {
    const [added = 0, changed = 0] = ['Added', 'Changed'].map((what) => words.filter((one) => one === what).length)
    if (added > 0) return `${count(added)} added${changed > 0 ? `, ${changed} changed` : ''}`
    if (changed > 0) return `${count(changed)} changed`
    return words.length > 0 ? 'All were here already' : ''
  }

  /** One call; a row that the server does not take is named and left behind, so that it holds up no other. */
  async function sendSome(some: Reading<Body>[]) {
    let left = some
    while (left.length > 0) {
      const adds = left.flatMap((row) => (row.will === 'add' ? [row] : []))
      const changes = left.flatMap((row) => (row.will === 'change' ? [row] : []))
      try {
        const { added, changed } = await options.send(
          adds.map((row) => row.body),
          changes.map(({ id, to }) => ({ id, to })),
        )
        const outcome = [
          ...adds.map(({ line }, n) => [line, added[n] ? 'Added' : 'Here already']),
          ...changes.map(({ line }, n) => [line, changed[n] ? 'Changed' : 'No longer here']),
        ]
        setDone((before) => ({ ...before, ...Object.fromEntries(outcome) }))
        return
      } catch (failure) {
        const wrong =
          failure instanceof Problem
            ? failure.fields.map((field) => ({ ...field, row: rowOf(field.pointer, adds, changes) }))
            : []
        const known = wrong.filter((one) => one.row)
        if (known.length === 0) throw failure
        setRefused((before) => ({
          ...before,
          ...Object.fromEntries(known.map(({ row, title }) => [row!.line, `was not taken: ${title}`])),
        }))
        left = left.filter((row) => !known.some((one) => one.row!.line === row.line))
      }
    }
  }

  return {
    ...{ kind: options.kind, one: options.one, many: options.many, fields, count },
    ...{
      text,
      file,
      fileProblem,
      rows,
      layout,
      width,
      headings,
      source,
      readings,
      will,
      todo,
      agreed,
      done,
      busy,
      said,
      problem,
    },
    write,
    takeFile,
    bringIn,
    tickets: () => ticketsOf(rows(), layout()),
    arrange,
    setColumn: (at: number, id: string) => {
      const next = { ...layout(), columns: withColumn(layout().columns, at, id, fields) }
      if (id === 'ticket' || layout().columns[at] === 'ticket') withTickets(next)
      else setLayout(next)
    },
    setTicket: (name: string, yes: boolean) =>
      setLayout((now) => ({
        ...now,
        tickets: [...(now.tickets ?? []).filter((one) => one !== name), ...(yes ? [name] : [])],
      })),
    agree: (lines: number[], yes: boolean) =>
      setAgreed((now) => new Set([...[...now].filter((line) => !lines.includes(line)), ...(yes ? lines : [])])),
  }
}

export type Import = ReturnType<typeof createImport<unknown>>
