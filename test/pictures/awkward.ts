import type { EntryBody } from '../../api/schema/entry.ts'

export const awkwardEntries: EntryBody[] = [
  {
    team: 'The Long-Winded Alliance of Nine Parishes and Two Unitary Authorities, with Guests',
    title: 'A dashboard of dashboards for the people who keep the dashboards that keep the dashboards in step',
    summary:
      'One place for everything that everyone has ever wanted to put in one place, brought together by people who had said that they would never again bring anything together in one place, and who this time have drawn a line at forty-two widgets.',
    organisations: [
      'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Community Council',
      'North Northamptonshire',
      'Bournemouth, Christchurch and Poole Council',
      'Rhondda Cynon Taf',
    ],
    members: ['Gwenllian ferch Llywelyn', 'Bartholomew Featherstonehaugh-Cholmondeley'],
  },
  {
    team: 'Sbwriel a Sgwrs Caerfyrddin',
    title: 'Ailgylchu sy’n ateb yn ôl',
    summary: 'Neges yn Gymraeg neu’n Saesneg cyn i’r tegell ferwi.',
    organisations: ['Cyngor Sir Gâr'],
    members: ['Siân Prŷs', 'Llŷr ap Gwilym'],
  },
  {
    team: 'Zażółć Gęślą Jaźń',
    title: 'Tłumacz w kieszeni urzędnika',
    summary: 'Żeby nikt nie musiał przychodzić z dzieckiem w roli tłumacza.',
    organisations: ['Polska Świetlica w Luton'],
    members: ['Łucja Źdźbłowska', 'Świętopełk Ćwikła'],
  },
  {
    team: 'ہمارا محلہ',
    title: 'گلی کی مرمت کی درخواست، اپنی زبان میں',
    summary: 'ایک پیغام بھیجیں اور جواب اردو میں پائیں۔',
    organisations: ['Bradford Council'],
    members: ['فاطمہ زہرا', 'محمد اقبال'],
  },
  { team: 'A', title: 'B' },
]

export const awkwardJudges = [
  {
    name: 'The Right Worshipful the Lord Mayor, Councillor Dr Maximiliana Featherstonehaugh',
    role: 'Cabinet member for transformation, customer experience and everything digital',
    organisation: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Community Council',
  },
  { name: 'فاطمہ زہرا', role: 'کونسلر', organisation: 'Bradford Council' },
  { name: 'Łucja Źdźbłowska', role: 'Radna', organisation: '' },
  { name: 'Q', role: '', organisation: '' },
]
