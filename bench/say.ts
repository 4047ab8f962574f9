/** What the commands here say: talk for people goes to stderr, results to stdout, one JSON object a line. */
export const say = (line: string) => void process.stderr.write(`${line}\n`)
export const tell = (result: object) => void process.stdout.write(`${JSON.stringify(result)}\n`)

/** Ends the command with a sentence instead of a stack trace. */
export function refuse(sentence: string): never {
  say(sentence)
  process.exit(2)
}
