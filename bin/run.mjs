/** `node bin/run.mjs FILE …`: prepares as npm start does, then runs one program of the repository under Node 24. */
import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { launch } from './launch.mjs'
import { prepare, refuse, root } from './prepare.mjs'
import { buildWebPages } from './web-pages.mjs'

const [name, ...programArguments] = process.argv.slice(2)
if (!name) refuse('Say which file to run: node bin/run.mjs FILE …')
const file = resolve(root, name)
if (!existsSync(file)) refuse(`There is no file ${name}.`)

const node = prepare()
// These start the whole server, pages included.
if (/^(bench|e2e)[\\/]/.test(relative(root, file))) buildWebPages(node)
launch(node, ['--disable-warning=ExperimentalWarning', file, ...programArguments])
