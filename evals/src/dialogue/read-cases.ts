/** The cases of a folder: every YAML and JSON file in it. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DialogueCase } from '@lingxi/contract/dialogue-case'
import { readCases as readFile } from '../../../server/src/capabilities/dialogue-cases/dialogue-cases.ts'

export type CaseOf = DialogueCase & { file: string }

/** Throws with the file and the place where one is not well formed. */
export function readCases(folder: string): CaseOf[] {
  const files = globSync('**/*.{yaml,yml,json}', { cwd: folder }).toSorted()
  if (files.length === 0) throw new Error(`There is no YAML or JSON file in ${folder}.`)
  return files.flatMap((file) => {
    const read = readFile(readFileSync(join(folder, file), 'utf8'))
    if ('value' in read) return read.value.map((each) => ({ ...each, file }))
    const [first] = read.faults
    throw new Error(`${file}:${first?.line}:${first?.column}: ${first?.path}: ${first?.message}`)
  })
}
