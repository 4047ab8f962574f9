/** The tools of the shop as a program that is spoken with by its pipes. */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { serveTools, shopTools } from './tool-server.testing.ts'

await serveTools(shopTools).connect(new StdioServerTransport())
