/** The wish for a person is granted at any point, with what is known so far. */
import { repaired, type Run } from '../run.ts'
import { handOverInWords } from '../stop.ts'

export function person(run: Run): void {
  repaired(run, 'person')
  run.acted = true
  handOverInWords(run, 'asked-for-person')
}
