/** Cases out of YAML or JSON and into it, and what is wrong with a text that holds none, each with its place. */
import { DialogueCase, DialogueCases } from '@lingxi/contract/dialogue-case'
import { longestCaseFile } from '@lingxi/contract/dialogue-case-runs'
import { inLanguage, parsingIn } from '@lingxi/contract/fault-words'
import { faultsOf, type SchemaFault } from '@lingxi/contract/flow-faults'
import type { FlowFault } from '@lingxi/contract/flow-versions'
import type { Language } from '@lingxi/contract/message'
import type { z } from 'zod'
import { readYaml, writeYaml } from '#platform/yaml'
import { wordingFaults } from './judging/wording.ts'

const mostFaults = 100
type Read<Value> = { value: Value } | { faults: FlowFault[] }

/** A file of them: a list. `language`: in which what is wrong is told. */
export const readCases = (text: string, language: Language = 'en'): Read<DialogueCase[]> =>
  read({ text, language }, DialogueCases, (cases) =>
    cases.flatMap((one, place) => wordingFaults(one).map((fault) => ({ ...fault, path: [place, ...fault.path] }))),
  )
/** One by itself. */
export const readCase = (text: string, language: Language = 'en'): Read<DialogueCase> =>
  read({ text, language }, DialogueCase, wordingFaults)

/** `faultsIn`: what the schema cannot say. */
function read<Value>(
  { text, language }: { text: string; language: Language },
  schema: z.ZodType<Value>,
  faultsIn: (value: Value) => SchemaFault[],
): Read<Value> {
  const yaml = readYaml(text, { longest: longestCaseFile, language })
  if ('faults' in yaml) return yaml
  const { value } = yaml
  const parsed = schema.safeParse(value ?? undefined, parsingIn(language))
  const faults = parsed.success
    ? faultsIn(parsed.data).map((each) => ({ ...each, message: inLanguage(each.message, language) }))
    : faultsOf(parsed.error.issues, { value, language })
  if (parsed.success && faults.length === 0) return { value: parsed.data }
  return { faults: faults.slice(0, mostFaults).map(({ path, message }) => yaml.faultAt(path, message)) }
}

/** Keys in the order of the schema, so that the same cases are always the same text. */
export const writeCases = (cases: readonly DialogueCase[]): string => writeYaml(cases.map(tidy))
export const writeCase = (one: DialogueCase): string => writeYaml(tidy(one))

/** Without what says nothing. */
function tidy(given: DialogueCase): object {
  const { turns, ...rest } = DialogueCase.parse(given)
  const each = ({ event, expect, ...turn }: DialogueCase['turns'][number]) => ({
    ...turn,
    ...(event && { event: isEmpty(event.fields) ? { name: event.name } : event }),
    ...(!isEmpty(expect) && { expect }),
  })
  return { ...rest, turns: turns.map(each) }
}

const isEmpty = (value: object) => Object.keys(value).length === 0
