import { batch, createEffect, createMemo, createSignal, on } from 'solid-js'
import { countOf } from '../../../api/rules/words/plural.ts'
import { createAction } from '../../core/action.ts'
import { asProblem } from '../../core/api.ts'
import { callsOf, rowOf } from './import-calls.ts'
import { fieldsOf, type Kind, sourceOf, withColumn } from './import-fields.ts'
import { guessLayout, type Layout, unusedHeadings, widestRow, withLikelyTickets } from './import-layout.ts'
import type { Reading } from './import-rows.ts'
import { ticketsOf } from './import-tickets.ts'
import { readTable, type TableRow } from './table.ts'
import { readTableFile } from './table-file.ts'

export type Change<Body> = { id: string; to: Partial<Body> }

type Options<Body> = {
  kind: Kind
  singular: string
  plural: string
  read: (rows: TableRow[], layout: Layout) => Reading<Body>[]
  /** Fields that the event has no use for: their columns are shown as not used. */
  unusedFields?: () => string[]
  /** Adds and changes all or none. Resolves with whether each was added or changed: an entry may exist already or be gone. Rejects with a Problem. */
  send: (add: Body[], change: Change<Body>[]) => Promise<{ added: boolean[]; changed: boolean[] }>
}

export function createImport<Body>(options: Options<Body>) {
  const fields = fieldsOf(options.kind)
  const [text, setText] = createSignal('')
  const [file, setFile] = createSignal('')
  const [fileProblem, setFileProblem] = createSignal('')
  const rows = createMemo(() => readTable(text()))
  const [layout, setLayout] = createSignal<Layout>({ headings: [], columns: [], headed: false })
  const [acceptedLines, setAcceptedLines] = createSignal<ReadonlySet<number>>(new Set())
  const [outcomes, setOutcomes] = createSignal<Record<number, string>>({})
  const [refused, setRefused] = createSignal<Record<number, string>>({})
  const [progress, setProgress] = createSignal('')
  const [outcome, setOutcome] = createSignal('')

  const first = createMemo(() => rows()[0]?.cells ?? [])
  const width = createMemo(() => Math.min(widestRow(rows()), layout().columns.length))
  const source = createMemo(() => sourceOf(first()))
  createEffect(
    on(
      () => `${first().join('\n')}\n${first().at(-1) === '...' ? widestRow(rows()) : ''}`,
      () => arrange(),
    ),
  )
  const arrange = (headed?: boolean) => setLayout(guessLayout(rows(), options.kind, headed))

  const readings = createMemo(() =>
    options.read(rows(), layout()).map((row): Reading<Body> => {
      const words = refused()[row.line]
      return words && row.will !== 'leave' ? { ...row, will: 'refuse', words } : row
    }),
  )
  const will = (verdict: Reading<Body>['will']) =>
    readings().filter((row) => row.will === verdict && !outcomes()[row.line])
  const todo = () =>
    readings().filter(
      (row) =>
        !outcomes()[row.line] && (row.will === 'add' || (row.will === 'change' && acceptedLines().has(row.line))),
    )
  const count = (n: number) => countOf(n, options.singular, options.plural)

  function write(value: string, name = '') {
    batch(() => {
      setText(value)
      setFile(name)
      setFileProblem('')
      setAcceptedLines(new Set<number>())
      setOutcomes({})
      setRefused({})
      setOutcome('')
      sending.reset()
    })
  }
  async function readFile(chosen: File) {
    const read = await readTableFile(chosen)
    if ('text' in read) write(read.text, chosen.name)
    else setFileProblem(read.problem)
  }

  const sending = createAction(async (all: Reading<Body>[]) => {
    setOutcome('')
    for (const call of callsOf(all)) {
      setProgress(`${Object.keys(outcomes()).length} of ${Object.keys(outcomes()).length + todo().length} imported…`)
      await sendCall(call)
    }
    setOutcome(outcomeWords(Object.values(outcomes())))
  })
  async function send() {
    const all = todo()
    if (all.length > 0) await sending.run(all)
  }

  function outcomeWords(words: string[]): string {
    const [added = 0, changed = 0] = ['Added', 'Changed'].map((kind) => words.filter((word) => word === kind).length)
    if (added > 0) return `${count(added)} added${changed > 0 ? `, ${changed} changed` : ''}`
    if (changed > 0) return `${count(changed)} changed`
    return words.length > 0 ? 'All were here already' : ''
  }

  /** Sends one call. A row that the server refuses is named and left out of the next try, so that the others are imported. */
  async function sendCall(call: Reading<Body>[]) {
    let remaining = call
    while (remaining.length > 0) {
      const adds = remaining.flatMap((row) => (row.will === 'add' ? [row] : []))
      const changes = remaining.flatMap((row) => (row.will === 'change' ? [row] : []))
      try {
        const { added, changed } = await options.send(
          adds.map((row) => row.body),
          changes.map(({ id, to }) => ({ id, to })),
        )
        const outcomes = [
          ...adds.map(({ line }, n) => [line, added[n] ? 'Added' : 'Here already']),
          ...changes.map(({ line }, n) => [line, changed[n] ? 'Changed' : 'No longer here']),
        ]
        setOutcomes((before) => ({ ...before, ...Object.fromEntries(outcomes) }))
        return
      } catch (failure) {
        const problems = asProblem(failure).fields.map((field) => ({
          ...field,
          row: rowOf(field.pointer, adds, changes),
        }))
        const rowProblems = problems.filter(({ row }) => row)
        if (rowProblems.length === 0) throw failure
        setRefused((before) => ({
          ...before,
          ...Object.fromEntries(rowProblems.map(({ row, title }) => [row!.line, `was refused: ${title}`])),
        }))
        remaining = remaining.filter((row) => !rowProblems.some((field) => field.row!.line === row.line))
      }
    }
  }

  return {
    ...{ kind: options.kind, one: options.singular, many: options.plural, fields, count },
    ...{
      text,
      file,
      fileProblem,
      rows,
      layout,
      width,
      source,
      readings,
      will,
      todo,
      acceptedLines: acceptedLines,
      done: outcomes,
      busy: () => (sending.busy() ? progress() : ''),
      outcome,
      problem: sending.refused,
    },
    write,
    readFile,
    send,
    unused: () => unusedHeadings(rows(), layout(), options.unusedFields?.()),
    tickets: () => ticketsOf(rows(), layout()),
    arrange,
    setColumn(at: number, id: string) {
      const next = { ...layout(), columns: withColumn(layout().columns, at, id, fields) }
      const changesTickets = id === 'ticket' || layout().columns[at] === 'ticket'
      setLayout(changesTickets ? withLikelyTickets(rows(), next) : next)
    },
    setTicket: (name: string, chosen: boolean) =>
      setLayout((now) => ({
        ...now,
        tickets: [...(now.tickets ?? []).filter((ticket) => ticket !== name), ...(chosen ? [name] : [])],
      })),
    agree: (lines: number[], agrees: boolean) =>
      setAcceptedLines(
        (now) => new Set([...[...now].filter((line) => !lines.includes(line)), ...(agrees ? lines : [])]),
      ),
  }
}

export type Import = ReturnType<typeof createImport<unknown>>
