import type { StageSnapshot } from '../../../api/schema/stage.ts'

/** The names of the server's updates. `away`: the server cannot read the show. `gone`: the event was deleted. */
export const updateNames = ['stage', 'desk', 'you', 'away', 'gone'] as const

export type UpdateStream = { isConnecting(): boolean; close(): void }

export type StreamListener = {
  onUpdate(name: string, data: string): void
  /** The stream ended by itself. `refused`: the server answered with something else than a stream. */
  onEnd(refused: boolean): void
}

export type FeedTransport = {
  openStream(listener: StreamListener): UpdateStream
  readStage(): Promise<StageSnapshot>
  serverAnswers(limitMs: number): Promise<boolean>
}
