import { createSignal, onCleanup } from 'solid-js'
import { emptyBallot } from '../../api/rules/ballot/ballot.ts'
import { api, type Problem } from '../core/api.ts'
import type { Clock } from '../core/clock.ts'
import type { Storage } from '../core/storage.ts'
import { type BallotEvent, createBallotClient } from './ballot-client.ts'
import { createBallotNetwork } from './ballot-network.ts'
import { createBallotStore } from './ballot-store.ts'
import type { Outbox } from './held-ballot.ts'
import { createUnloadBackup } from './unload-backup.ts'

type Options = {
  slug: string
  judgeId: string
  storage: Promise<Storage>
  clock: Clock
}

export function createBallots({ slug, judgeId, storage, clock }: Options) {
  const prefix = `${slug}/ballots/${judgeId}/`
  const [outbox, setOutbox] = createSignal<Outbox>({})
  const [isStored, setIsStored] = createSignal(true)
  const [keyProblem, setKeyProblem] = createSignal<Problem>()
  const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('demo-hour')
  const backup = createUnloadBackup(prefix)

  function onEvent(event: BallotEvent) {
    if (event.type === 'stored') return tabs?.postMessage(prefix)
    if (event.type === 'key-refused') return setKeyProblem(event.problem)
    setOutbox(event.outbox)
    setIsStored(event.isStored)
    backup.update(event.outbox)
  }

  const client = createBallotClient({
    store: createBallotStore(storage, prefix),
    network: createBallotNetwork(api, slug),
    clock,
    onEvent,
  })

  const wake = () => {
    if (document.visibilityState !== 'visible') return
    client.restore().then(client.check)
    client.wake()
  }
  if (tabs) tabs.onmessage = (e) => e.data === prefix && client.restore()
  const leave = () => backup.leave(client.outbox())
  const show = () => {
    backup.stay()
    wake()
  }
  addEventListener('online', wake)
  addEventListener('pageshow', show)
  addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', wake)
  const ready = client.restore().then(() => client.restore(backup.read()))
  onCleanup(() => {
    client.stop()
    tabs?.close()
    removeEventListener('online', wake)
    removeEventListener('pageshow', show)
    removeEventListener('pagehide', leave)
    document.removeEventListener('visibilitychange', wake)
  })

  return {
    ...client,
    outbox,
    isStored,
    keyProblem,
    ready,
    paper: (entryId: string) => outbox()[entryId]?.paper ?? emptyBallot(entryId),
  }
}

export type Ballots = ReturnType<typeof createBallots>
