/** Flows out of YAML or JSON, and what is wrong with a text that is neither or says something else, each with its place. */
import { parsingIn } from '@lingxi/contract/fault-words'
import { FlowSet } from '@lingxi/contract/flow'
import { faultsOf } from '@lingxi/contract/flow-faults'
import { type FlowFault, longestFlowFile } from '@lingxi/contract/flow-versions'
import type { Language } from '@lingxi/contract/message'
import { readYaml } from '#platform/yaml'

const mostFaults = 100

export type ReadFlows = { set: FlowSet } | { faults: FlowFault[] }

/** `language`: in which what is wrong is told. */
export function readFlows(text: string, language: Language = 'en'): ReadFlows {
  const yaml = readYaml(text, { longest: longestFlowFile, language })
  if ('faults' in yaml) return yaml
  const { value, faultAt } = yaml
  const read = FlowSet.safeParse(value ?? {}, parsingIn(language))
  if (read.success) return { set: read.data }
  const faults = faultsOf(read.error.issues, { value, language }).slice(0, mostFaults)
  return { faults: faults.map(({ path, message }) => faultAt(path, message)) }
}
