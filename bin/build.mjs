/** `node bin/build.mjs`: builds the web pages that have changed, and nothing else. */
import { prepare } from './prepare.mjs'
import { buildWebPages } from './web-pages.mjs'

buildWebPages(prepare())
