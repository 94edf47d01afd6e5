import { z } from 'zod'

export const role = z.enum(['owner', 'organiser', 'judge', 'team'])
export type Role = z.infer<typeof role>

export const keyBody = z.object({ key: z.string().min(10, 'This key is too short').max(100, 'This key is too long') })
export const session = z.object({ role, eventSlug: z.string().optional() })
export type Session = z.infer<typeof session>
