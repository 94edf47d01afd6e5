// Nobody needs these in the first seconds, so they are no part of the first load.

export { PracticeSheet } from './ballot/PracticeSheet.tsx'
export { ClosedSheet } from './ClosedSheet.tsx'
export { JudgeDetails } from './JudgeDetails.tsx'
export { JudgingEnded } from './JudgingEnded.tsx'
export { showCaptions } from './show-captions.tsx'
export { WhereNext } from './where-next/WhereNext.tsx'
