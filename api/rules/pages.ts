export type Page = {
  address: string
  /** A file from the project's root; it exports a component of the same name. */
  component: string
  title: string
  alwaysDark?: true
  /** Static HTML shown until the script has run, so that the layout does not shift. */
  placeholder?: string
}

/** The server's routes (api/http/static-pages.ts) and the HTML shells (web/html-shells.ts) are made from this table. */
export const pages = {
  home: { address: '/', component: 'web/home/HomePage.tsx', title: 'Demo Hour' },
  owner: { address: '/owner', component: 'web/owner/OwnerPage.tsx', title: 'Demo Hour' },
  phone: { address: '/phone', component: 'web/phone/PhonePage.tsx', title: 'Demo Hour' },
  privacy: { address: '/privacy', component: 'web/privacy/PrivacyPage.tsx', title: 'Your data · Demo Hour' },
  eventPrivacy: {
    address: '/e/:slug/privacy',
    component: 'web/privacy/PrivacyPage.tsx',
    title: 'Your data · Demo Hour',
  },
  accessibility: {
    address: '/accessibility',
    component: 'web/accessibility/AccessibilityPage.tsx',
    title: 'Accessibility · Demo Hour',
  },
  room: { address: '/e/:slug', component: 'web/room/RoomPage.tsx', title: 'Demo Hour' },
  judge: {
    address: '/e/:slug/judge',
    component: 'web/judge/JudgePage.tsx',
    title: 'Demo Hour',
    placeholder: '<header class="band"><p>Demo Hour</p><h1>One moment…</h1></header><main class="sheet"></main>',
  },
  team: { address: '/e/:slug/team', component: 'web/team/TeamPage.tsx', title: 'Demo Hour' },
  entry: { address: '/e/:slug/entry/:id', component: 'web/entry/EntryPage.tsx', title: 'Demo Hour' },
  showcase: { address: '/e/:slug/showcase', component: 'web/gallery/GalleryPage.tsx', title: 'Demo Hour' },
  organise: { address: '/e/:slug/organise/:page?', component: 'web/organise/OrganisePage.tsx', title: 'Demo Hour' },
  check: { address: '/e/:slug/check', component: 'web/check/CheckPage.tsx', title: 'Demo Hour' },
  review: { address: '/e/:slug/review', component: 'web/review/ReviewPage.tsx', title: 'Demo Hour' },
  record: { address: '/e/:slug/record', component: 'web/record/RecordPage.tsx', title: 'Demo Hour' },
  method: { address: '/e/:slug/method', component: 'web/method/MethodPage.tsx', title: 'Demo Hour' },
  feedback: { address: '/e/:slug/feedback', component: 'web/feedback/FeedbackPage.tsx', title: 'Demo Hour' },
  pack: { address: '/e/:slug/feedback/print', component: 'web/pack/PackPage.tsx', title: 'Demo Hour' },
  certificate: {
    address: '/e/:slug/certificate',
    component: 'web/certificate/CertificatePage.tsx',
    title: 'Demo Hour',
  },
  history: { address: '/e/:slug/history', component: 'web/history/HistoryPage.tsx', title: 'Demo Hour' },
  print: { address: '/e/:slug/print', component: 'web/print/PrintPage.tsx', title: 'Demo Hour' },
  paper: { address: '/e/:slug/paper', component: 'web/paper/PaperPage.tsx', title: 'Demo Hour' },
  stage: {
    address: '/present/:slug',
    component: 'presenter/stage/StagePage.tsx',
    title: 'The stage · Demo Hour',
    alwaysDark: true,
  },
  desk: {
    address: '/present/:slug/desk',
    component: 'presenter/desk/DeskPage.tsx',
    title: 'The desk · Demo Hour',
    alwaysDark: true,
  },
  backstage: {
    address: '/present/:slug/backstage',
    component: 'presenter/backstage/BackstagePage.tsx',
    title: 'Backstage · Demo Hour',
    alwaysDark: true,
  },
  overlay: {
    address: '/present/:slug/overlay',
    component: 'presenter/overlay/OverlayPage.tsx',
    title: 'The stream’s overlay · Demo Hour',
  },
  remote: {
    address: '/present/:slug/remote',
    component: 'presenter/remote/RemotePage.tsx',
    title: 'Remote control · Demo Hour',
    alwaysDark: true,
  },
} satisfies Record<string, Page>
