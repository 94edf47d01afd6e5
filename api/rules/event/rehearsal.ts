export function eventTimes(speed: number) {
  return {
    talk: (seconds: number) => Math.max(1, Math.round(seconds / speed)),
    questions: (seconds: number) => (seconds === 0 ? 0 : Math.max(1, Math.round(seconds / speed))),
  }
}
