// Nobody needs these in the first seconds, so they are no part of the first load.

export { PracticeSheet } from './ballot/PracticeSheet.tsx'
export { ClosedSheet } from './ClosedSheet.tsx'
export { JudgeDetails } from './JudgeDetails.tsx'
export { WhereNext } from './where-next/WhereNext.tsx'
