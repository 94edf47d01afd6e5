import '../ui/styles/font.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import '../ui/styles/print.css'
import { Match, onMount, Switch } from 'solid-js'
import { slugOfPage } from '../core/page-address.ts'
import { createPageLoader } from '../core/page-loader.ts'
import { Press } from '../ui/buttons/Press.tsx'
import { PageNotice } from '../ui/page/PageNotice.tsx'
import { SealedNotice } from '../ui/page/SealedNotice.tsx'
import { RecordSheet } from './RecordSheet.tsx'
import { readRecorded } from './recorded.ts'

export function RecordPage() {
  const slug = slugOfPage()
  const { content, problem, load } = createPageLoader(() => readRecorded(slug))
  onMount(load)

  return (
    <Switch>
      <Match when={content()}>{(recorded) => <RecordSheet recorded={recorded()} />}</Match>
      <Match when={problem()?.code === 'no-such-event'}>
        <PageNotice title="There is no event at this address">
          <p>Check the address, or enter the code that is on the screen in the room.</p>
          <a class="button" href="/">
            Enter the code
          </a>
        </PageNotice>
      </Match>
      <Match when={problem()?.code === 'results-sealed'}>
        <SealedNotice title="The record opens when the result is published" onRetry={load} />
      </Match>
      <Match when={problem()}>
        {(no) => (
          <PageNotice title="The record could not be read">
            <p>{no().title}.</p>
            <Press loud onPress={load}>
              Try again
            </Press>
          </PageNotice>
        )}
      </Match>
    </Switch>
  )
}
