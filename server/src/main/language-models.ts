/** The language models that a configuration names. */
import type { LanguageModel, ToolModel } from '#platform/models'
import type { Config } from './config.ts'

type Models = { model: LanguageModel | undefined; toolModel: ToolModel | undefined }

/** Loaded only where a model is configured: its library costs time and memory at every start. */
export async function openModels(settings: Config['model']): Promise<Models> {
  if (!settings) return { model: undefined, toolModel: undefined }
  const { createOpenaiCompatibleModel } = await import('../platform/models/openai-compatible.ts')
  const { createOpenaiToolModel } = await import('../platform/models/openai-tools.ts')
  const { createModelCircuit } = await import('../platform/models/circuit.ts')
  const circuit = createModelCircuit()
  return {
    model: circuit.guardLanguageModel(createOpenaiCompatibleModel(settings)),
    toolModel: circuit.guardToolModel(createOpenaiToolModel(settings)),
  }
}
