import { z } from 'zod'
import { optionalLine } from './text.ts'

/** What somebody says at this moment. An empty text removes the captions from the screens. */
export const captionBody = z.strictObject({ text: optionalLine(120) })
export type Caption = z.infer<typeof captionBody>
