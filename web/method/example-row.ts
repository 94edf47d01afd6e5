export type ExampleRow = { team: string; average: number; marks: { strict: boolean; value: number }[] }
