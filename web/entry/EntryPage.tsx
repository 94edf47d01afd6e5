import '../ui/styles/wide-font.css'
import '../ui/styles/urdu.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import { Show } from 'solid-js'
import { slugOfPage } from '../core/page-address.ts'
import { createPageLoader } from '../core/page-loader.ts'
import { LoadedPage } from '../ui/page/LoadedPage.tsx'
import { PageNotice } from '../ui/page/PageNotice.tsx'
import { EntrySheet } from './EntrySheet.tsx'
import { entryIdOfPath, fetchEntryPage } from './entry-page.ts'

const words = {
  missing: 'Check the address, or scan the code on the team’s card again.',
  outside: 'This page does not open here',
  open: 'Please ask the organiser.',
}

export function EntryPage() {
  const slug = slugOfPage()
  const loader = createPageLoader(() => fetchEntryPage(slug, entryIdOfPath()))
  return (
    <LoadedPage loader={loader} words={words}>
      {(content) => (
        <Show
          when={content().entry}
          fallback={
            <PageNotice over={content().event.name} title="This team is not part of the event">
              <p>The organiser may have taken it out, or the address is not quite right.</p>
              <a class="button" href={`/e/${slug}`}>
                See all teams
              </a>
            </PageNotice>
          }
        >
          {(entry) => <EntrySheet {...content()} entry={entry()} />}
        </Show>
      )}
    </LoadedPage>
  )
}
