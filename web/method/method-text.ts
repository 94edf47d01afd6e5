export const methodText = {
  problem:
    'Some judges are strict, some generous. That is fair while everyone judges every team. But a team that the strict judge missed looks better than it is.',
  remedy:
    'So each judge is compared with the others, on the teams they scored together. A strict judge’s marks are raised, a generous judge’s lowered; then each team’s marks are averaged.',
  before: 'As given',
  after: 'Levelled',
  caption:
    'Three judges; bars mark averages. Strict Cerys (triangle) missed Team C. Plainly averaged, C would win; levelled, A does.',
  toTeams: 'To a team that did not win:',
  sentence:
    'Your score is the average of your judges’ marks, after each judge’s habitual harshness or generosity, measured on the demos they marked alongside other judges, was taken out, with any single mark far out of line counted at reduced weight.',
  check:
    'Check it on a calculator: where every judge marked every team and no mark is wild, it is exactly the plain average.',
  otherMethod: 'An event can choose the plain average instead: every mark then counts just as given.',
  meanChosen: 'This event uses the plain average.',
} as const
