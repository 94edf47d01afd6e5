import '../ui/styles/font.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import { slugOfPage } from '../core/page-address.ts'
import { createPageLoader } from '../core/page-loader.ts'
import { LoadedPage } from '../ui/page/LoadedPage.tsx'
import { HistorySheet } from './HistorySheet.tsx'
import { readHistory } from './load-history.ts'

const words = {
  missing: 'Check the address, or open the organiser’s link and go on from there.',
  outside: 'The history is for the organiser',
  open: 'Open the organiser’s link in this browser once; after that this page knows you.',
}

export function HistoryPage() {
  const loader = createPageLoader(() => readHistory(slugOfPage()))
  return (
    <LoadedPage loader={loader} words={words}>
      {(history) => <HistorySheet loaded={history()} problem={loader.problem()} onAgain={loader.load} />}
    </LoadedPage>
  )
}
