import { z } from 'zod'
import { line } from '../text.ts'

/** The file's name, length and time of change. With them an upload that was cut off goes on where it stopped. */
export const filmBody = z.strictObject({
  name: line(200),
  bytes: z.number().int().min(1, 'This file is empty'),
  modifiedMs: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
})
export type FilmBody = z.infer<typeof filmBody>

/** `received`: how many parts the server holds, always the first ones. */
export const filmUpload = z.object({
  filmId: z.string(),
  partBytes: z.number().int(),
  parts: z.number().int(),
  received: z.number().int(),
})
export type FilmUpload = z.infer<typeof filmUpload>
