import { promisesOfSearchIndex } from '../search.contract.ts'
import { createTokens } from '../tokens.ts'
import { createMemoryIndex } from './memory.ts'

const tokens = createTokens()
promisesOfSearchIndex('the index in memory', tokens, () => createMemoryIndex({ tokens }))
