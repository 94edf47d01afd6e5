import type { FileHandle } from 'node:fs/promises'
import type { Sql } from 'postgres'
import { checkPermission } from '../rules/permissions.ts'
import { TooManyRequests } from '../rules/refusal.ts'
import { exportArchive } from '../store/archive/export-archive.ts'
import { getEvent } from '../store/events.ts'
import { openScratchFile } from './scratch-file.ts'

/** Downloads at once, each of which has a file on the disk. */
const maxDownloads = 4
/** The longest that a download may take: the largest archive at 5 Mbit/s. */
const downloadMs = 10 * 60_000
const writeLength = 256 * 1024

export type Download = { bytes: number; body: ReadableStream<Uint8Array> }

/** Writes text to the end of a file in large pieces. */
export async function writeParts(file: FileHandle, parts: AsyncIterable<string>): Promise<void> {
  let waiting = ''
  for await (const part of parts) {
    waiting += part
    if (waiting.length < writeLength) continue
    await file.appendFile(waiting)
    waiting = ''
  }
  await file.appendFile(waiting)
}

/**
 * Archives for download. One is first written to a file in `folder`: the transaction then takes as long as the database needs and not as
 * long as the client, and what fails fails before the first byte is sent.
 */
export function createArchiveExports(sql: Sql, folder: string, { most = maxDownloads } = {}) {
  let open = 0
  return {
    /** Refuses with `too-many` while as many are being downloaded as may. */
    async open(slug: string): Promise<Download> {
      if (open >= most) throw new TooManyRequests(5)
      open += 1
      let file: FileHandle | undefined
      try {
        file = await openScratchFile(folder)
        const handle = file
        await sql.begin('isolation level repeatable read read only', async (tx) => {
          checkPermission('read-archive', await getEvent(tx, slug))
          await writeParts(handle, exportArchive(tx, slug))
        })
        const { size } = await file.stat()
        return { bytes: size, body: toWeb(file, () => (open -= 1)) }
      } catch (failure) {
        open -= 1
        await file?.close()
        throw failure
      }
    },
  }
}

function toWeb(file: FileHandle, onEnd: () => void): ReadableStream<Uint8Array> {
  const chunk = Buffer.allocUnsafe(64 * 1024)
  let at = 0
  let timer: NodeJS.Timeout | undefined
  async function end(): Promise<void> {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    onEnd()
    await file.close()
  }
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        timer = setTimeout(() => {
          controller.error(new Error('The download took too long'))
          void end()
        }, downloadMs)
        timer.unref()
      },
      async pull(controller) {
        const { bytesRead } = await file.read(chunk, 0, chunk.length, at)
        at += bytesRead
        if (bytesRead > 0) return controller.enqueue(new Uint8Array(chunk.subarray(0, bytesRead)))
        await end()
        controller.close()
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  )
}

export type ArchiveExports = ReturnType<typeof createArchiveExports>
