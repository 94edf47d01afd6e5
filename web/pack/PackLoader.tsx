import { type JSX, Match, onMount, Switch } from 'solid-js'
import { slugOfPage } from '../core/page-address.ts'
import { createPageLoader } from '../core/page-loader.ts'
import { Press } from '../ui/buttons/Press.tsx'
import { PageNotice } from '../ui/page/PageNotice.tsx'
import { SealedNotice } from '../ui/page/SealedNotice.tsx'
import { type Packs, readPacks } from './packs.ts'

export function PackLoader(props: { children: (packs: Packs) => JSX.Element }) {
  const slug = slugOfPage()
  const { content, problem, load } = createPageLoader(() => readPacks(slug))
  onMount(load)
  const outside = () => problem()?.status === 401 || problem()?.code === 'wrong-door'

  return (
    <Switch>
      <Match when={content()}>{(packs) => props.children(packs())}</Match>
      <Match when={problem()?.status === 404}>
        <PageNotice title="There is nothing at this address">
          <p>Go there from your team’s page, or from the organiser’s.</p>
        </PageNotice>
      </Match>
      <Match when={problem()?.code === 'results-sealed'}>
        <SealedNotice title="This opens when the result is published" onRetry={load} />
      </Match>
      <Match when={outside()}>
        <PageNotice title="This opens with your team’s link, or the organiser’s">
          <p>Open it in this browser once; after that this page knows you.</p>
          <a class="button quiet" href={`/e/${slug}`}>
            Follow the event
          </a>
        </PageNotice>
      </Match>
      <Match when={problem()}>
        {(no) => (
          <PageNotice title="This could not be read">
            <p>{no().title}. Nothing is lost.</p>
            <Press loud onPress={load}>
              Try again
            </Press>
          </PageNotice>
        )}
      </Match>
    </Switch>
  )
}
