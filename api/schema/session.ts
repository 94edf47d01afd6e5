import { z } from 'zod'

export const role = z.enum(['owner', 'organiser', 'remote', 'judge', 'team'])
export type Role = z.infer<typeof role>

export const keyBody = z.strictObject({
  key: z.string().min(10, 'This key is too short').max(100, 'This key is too long'),
})
/** `only`: these judges or teams; otherwise all. Earlier links stay valid unless `stopEarlier`. */
export const linksBody = z.strictObject({
  only: z.array(z.string().max(64)).max(5000).optional(),
  stopEarlier: z.boolean().optional(),
})
export type LinksBody = z.infer<typeof linksBody>

const recipientIds = z.array(z.string().max(64)).max(5000)
export const sentLinksBody = z.strictObject({ judgeIds: recipientIds, entryIds: recipientIds })
export type SentLinksBody = z.infer<typeof sentLinksBody>

/** The desk shows it so that another laptop can take over. */
export const deskCode = z.object({ code: z.string(), expiresAt: z.string() })
export type DeskCode = z.infer<typeof deskCode>
export const deskCodeBody = z.strictObject({ code: z.string().max(40, 'This code is too long') })

export const session = z.object({ role, eventSlug: z.string().optional() })
export const issuedKey = z.object({
  id: z.string(),
  role,
  judgeId: z.string().nullable(),
  entryId: z.string().nullable(),
  since: z.string(),
  /** When the organiser marked the link as sent. */
  sentAt: z.string().nullable(),
  /** When a browser first signed in with it. */
  usedAt: z.string().nullable(),
  own: z.boolean(),
})
export type IssuedKey = z.infer<typeof issuedKey>

export type Session = z.infer<typeof session>
