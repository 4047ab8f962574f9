import type { StepKind, stepKinds } from '@lingxi/contract/flow'
import type { z } from 'zod'

export type StepOf<Kind extends StepKind> = z.infer<(typeof stepKinds)[Kind]>
/** `set`: keys with dots between; undefined takes the key away. */
export type SetField = (at: string, value: unknown) => void
export type BodyProps<Kind extends StepKind> = { step: StepOf<Kind>; set: SetField }
