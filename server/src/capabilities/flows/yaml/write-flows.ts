/** Flows as YAML, always the same text for the same flows: parts by name, keys in the order of the language, one style of quoting. */
import { FlowSet, FlowStep, kindOf, stepKinds } from '@lingxi/contract/flow'
import { z } from 'zod'
import { writeYaml } from '#platform/yaml'

export const writeFlows = (set: FlowSet): string => writeYaml(sorted(set))

/** Parts have no order among each other; what they hold has. */
function sorted(set: FlowSet): object {
  const named = (parts: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(parts).toSorted(([one], [other]) => (one < other ? -1 : 1)))
  const inOrder = ordered(FlowSet, { flows: named(set.flows), slots: named(set.slots), tables: named(set.tables) })
  const { slots, tables, flows } = inOrder as FlowSet
  return { flows, slots, tables }
}

/** With the keys of each object as its schema has them. */
function ordered(schema: z.ZodType, value: unknown): unknown {
  if (schema === FlowStep) return orderedStep(value as FlowStep)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return value === null ? null : ordered(schema.unwrap() as z.ZodType, value)
  if (schema instanceof z.ZodArray)
    return (value as unknown[]).map((each) => ordered(schema.element as z.ZodType, each))
  if (schema instanceof z.ZodRecord)
    return Object.fromEntries(
      Object.entries(value as object).map(([key, each]) => [key, ordered(schema.valueType as z.ZodType, each)]),
    )
  return schema instanceof z.ZodObject ? orderedFields(schema.shape, value as object) : value
}

function orderedFields(shape: z.ZodRawShape, value: object): object {
  const fields = value as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(shape).flatMap(([key, schema]) =>
      fields[key] === undefined ? [] : [[key, ordered(schema as z.ZodType, fields[key])]],
    ),
  )
}

/** What it is first, where it leads last. */
function orderedStep(step: FlowStep): object {
  const { id, note, place, next, ...shape } = stepKinds[kindOf(step)!].shape as z.ZodRawShape
  return orderedFields({ id, note, ...shape, ...(next && { next }), place } as z.ZodRawShape, step)
}
