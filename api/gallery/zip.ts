import { makeZip } from 'client-zip'
import type { PlainFile } from './plain-files.ts'

/** Streams the files in a folder of this name as one ZIP file, so that no more than one picture is in memory. */
export function zipFiles(folder: string, files: AsyncIterable<PlainFile>, at: Date): ReadableStream<Uint8Array> {
  return makeZip(named(folder, files, at))
}

async function* named(folder: string, files: AsyncIterable<PlainFile>, lastModified: Date) {
  for await (const { path, content } of files) yield { name: `${folder}/${path}`, input: content, lastModified }
}
