export const admissions = [
  { value: 'open', label: 'Anyone with the code can judge', hint: 'They scan the room’s code and give a name.' },
  { value: 'desk', label: 'The desk lets each one in', hint: 'They scan the code, and you let in each by name.' },
  { value: 'link', label: 'Personal link only', hint: 'You add each judge and send them their link.' },
] as const
