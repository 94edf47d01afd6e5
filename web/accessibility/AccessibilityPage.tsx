import '../ui/styles/wide-font.css'
import '../ui/styles/base.css'
import '../ui/styles/sheet.css'
import { ContactLine } from '../ui/page/ContactLine.tsx'
import json from './axe-results.json'
import type { AxeResults } from './axe-results.ts'
import { KnownFaults } from './KnownFaults.tsx'

const results: AxeResults = json
const checkedOn = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
  new Date(results.date),
)

/** In the form of the UK's model accessibility statement for public sector bodies. */
export function AccessibilityPage() {
  return (
    <>
      <header class="band">
        <p>Demo Hour</p>
        <h1>Accessibility statement</h1>
      </header>
      <main class="sheet">
        <p>
          This accessibility statement applies to Demo Hour at {location.host}: the pages for the room, judges, teams,
          organisers and the stage.
        </p>
        <p>
          You should be able to zoom in up to 400%, and use the pages with a keyboard alone or a finger alone. Pages for
          phones and for the organiser are light or dark as your device is set; the stage, the desk and backstage are
          always dark. Animations stop when your device asks for less motion.
        </p>
        <h2>How accessible it is</h2>
        <p>
          Pictures of teams have no description of their own. The clock and the turns on stage move at the pace of the
          room; scores can be changed until scoring closes. A judge can ask the organiser for a paper ballot.
        </p>
        <h2>Feedback and contact</h2>
        <p>Have you met a barrier, or do you need something in another form?</p>
        <ContactLine />
        <h2>Enforcement procedure</h2>
        <p>
          The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies
          (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the ‘accessibility regulations’).
          If you are not happy with how we respond to your complaint,{' '}
          <a href="https://www.equalityadvisoryservice.com/" rel="noreferrer">
            contact the Equality Advisory and Support Service (EASS)
          </a>
          . In Northern Ireland,{' '}
          <a href="https://www.equalityni.org/" rel="noreferrer">
            contact the Equality Commission for Northern Ireland (ECNI)
          </a>
          .
        </p>
        <h2>Technical information about accessibility</h2>
        <p>
          Whoever runs this installation is committed to making it accessible, in accordance with the accessibility
          regulations.
        </p>
        <h3>Compliance status</h3>
        <p>
          This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, due
          to the non-compliances listed below.
        </p>
        <h3>Non-accessible content</h3>
        <ul>
          <li>A team’s picture has the same description as every other team’s (WCAG 1.1.1, non-text content).</li>
          <li>Names and texts in another language than English are not marked as such (WCAG 3.1.2).</li>
        </ul>
        <KnownFaults results={results} />
        <p>No disproportionate burden is claimed, and no content is left out of scope.</p>
        <h2>Preparation of this statement</h2>
        <p>
          It was prepared on {checkedOn}, when {results.pages.length} pages were checked with axe-core {results.axe}, in
          light and dark. Tests also go through the judge’s and the organiser’s pages with a keyboard alone, and open
          pages 320 pixels wide. They have not yet been tested with a screen reader or by disabled people.
        </p>
      </main>
    </>
  )
}
