import type { StageSnapshot } from '../../api/schema/stage.ts'
import { createNow } from '../core/animation-clock.ts'
import type { Clock } from '../core/clock.ts'
import { PagePair } from '../ui/slides/PagePair.tsx'

export function OwnPages(props: { slug: string; stage: StageSnapshot; clock: Clock }) {
  const now = createNow(props.clock)
  return <PagePair slug={props.slug} stage={props.stage} nowMs={now()} />
}
