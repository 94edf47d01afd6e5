import '../ui/styles/font.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import '../ui/fields/fields.css'
import { slugOfPage } from '../core/page-address.ts'
import { createPageLoader } from '../core/page-loader.ts'
import { readOrganised } from '../organise/organising.ts'
import { LoadedPage } from '../ui/page/LoadedPage.tsx'
import { FeedbackContent } from './FeedbackContent.tsx'

const words = {
  missing: 'Check the address, or open the organiser’s link and go on from there.',
  outside: 'The judges’ comments are for the organiser first',
  open: 'Open the organiser’s link in this browser once; after that this page knows you.',
  others: 'Teams find theirs on their own page, once the result is published.',
}

export function FeedbackPage() {
  const slug = slugOfPage()
  const loader = createPageLoader(() => readOrganised(slug))
  return (
    <LoadedPage loader={loader} words={words}>
      {(organised) => <FeedbackContent slug={slug} read={organised()} />}
    </LoadedPage>
  )
}
