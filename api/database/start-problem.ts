/** Why the program cannot start, as one line for people; anything else that stops a start is a bug and keeps its stack. */
export class StartProblem extends Error {
  override name = 'StartProblem'
}
