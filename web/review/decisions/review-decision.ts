export function checkDecision({ by, reason }: { by: string; reason: string }) {
  return [
    ...(by.trim() ? [] : [{ pointer: '/by', title: 'Please say who decides' }]),
    ...(reason.trim() ? [] : [{ pointer: '/reason', title: 'Please say why: the record shows it' }]),
  ]
}
