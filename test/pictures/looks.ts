import type { Page } from 'playwright-core'
import type { Show } from '../browser/support/driven-show.ts'
import type { Camera, Size } from './camera.ts'

export function makeLooks({ take }: Camera, show: Show, name: string) {
  const { slug } = show.event
  const stageSizes: Size[] = ['stage', 'stage-4-3']
  const phoneSizes: Size[] = ['phone', 'small-phone']

  return {
    async stage(moment: string): Promise<void> {
      for (const size of stageSizes) await take({ name: `${name}-stage-${moment}`, address: `/present/${slug}`, size })
    },
    async desk(moment: string): Promise<void> {
      const address = `/present/${slug}/desk#k=${show.organiserKey}`
      await take({ name: `${name}-desk-${moment}`, address, size: 'desk' })
    },
    async backstage(moment: string): Promise<void> {
      await take({ name: `${name}-backstage-${moment}`, address: `/present/${slug}/backstage`, size: 'laptop' })
    },
    async room(moment: string): Promise<void> {
      for (const size of phoneSizes)
        await take({ name: `${name}-room-${moment}`, address: `/e/${slug}`, size, whole: true })
    },
    async judge(moment: string, n = 2, act?: (page: Page) => Promise<void>): Promise<void> {
      const address = `/e/${slug}/judge#k=${show.judges[n]?.key}`
      const shot = { name: `${name}-judge-${moment}`, address, act }
      for (const size of [...phoneSizes, 'phone-sideways'] as const) await take({ ...shot, size })
      await take({ ...shot, size: 'phone', dark: true, whole: true })
    },
    async door(moment: string): Promise<void> {
      for (const size of phoneSizes) await take({ name: `${name}-door-${moment}`, address: `/e/${slug}/judge`, size })
    },
    async team(moment: string, n = 1): Promise<void> {
      const address = `/e/${slug}/team#k=${show.teamKeys[n]}`
      for (const size of phoneSizes) await take({ name: `${name}-team-${moment}`, address, size, whole: true })
    },
    async office(
      moment: string,
      page:
        | 'organise'
        | 'review'
        | 'record'
        | 'method'
        | 'check'
        | 'paper'
        | 'print'
        | 'feedback'
        | 'feedback/print'
        | 'certificate',
    ): Promise<void> {
      const shot = {
        name: `${name}-${page.replace('/', '-')}-${moment}`,
        address: `/e/${slug}/${page}#k=${show.organiserKey}`,
        whole: true,
      }
      await take({ ...shot, size: 'laptop' })
      await take({ ...shot, size: 'phone' })
    },
  }
}

export type Looks = ReturnType<typeof makeLooks>
