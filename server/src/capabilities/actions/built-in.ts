/** Actions that come with the product: a folder each, their input and output as schemas that also type them. */
import type { Action, ActionOutcome } from '@lingxi/contract/action'
import { z } from 'zod'
import type { Call, Provided, Provider } from './provider.ts'

type Described = Pick<Action, 'name' | 'title' | 'description' | 'effect' | 'care'>
type BuiltIn<Input extends z.ZodType, Output extends z.ZodType> = Described & {
  input: Input
  output: Output
  /** Done again with the same `runId`, nothing more is changed. */
  perform(input: z.output<Input>, call: Call): Promise<ActionOutcome | { kind: 'done'; output: z.input<Output> }>
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') =>
  z.json().pipe(z.record(z.string(), z.json())).parse(z.toJSONSchema(schema, { io }))

export function builtIn<Input extends z.ZodType, Output extends z.ZodType>(
  definition: BuiltIn<Input, Output>,
): Provided {
  const { perform, input, output, ...described } = definition
  return {
    action: { ...described, input: schemaOf(input, 'input'), output: schemaOf(output, 'output'), by: 'built-in' },
    repeatable: true,
    async run(call) {
      const outcome = await perform(input.parse(call.input), call)
      return { outcome: outcome as ActionOutcome, attempts: 1 }
    },
  }
}

/** The same for every company. */
export function createBuiltIns(actions: Provided[]): Provider {
  const byName = new Map(actions.map((each) => [each.action.name, each]))
  return { list: async () => byName }
}
