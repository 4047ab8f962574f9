/** The import rules of ARCHITECTURE.md, executed. Change both in one commit, with a decision record. */
import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'

const mayImport: Record<string, string[]> = {
  main: ['journeys', 'capabilities', 'platform'],
  journeys: ['capabilities', 'platform'],
  capabilities: ['platform'],
  platform: [],
}
const forbiddenNames = /(^|[/-])(utils?|helpers?|common|misc|shared|index|manager)\.(ts|tsx|mjs)$/
const longest = 300
const longestMedian = 100

const root = posix.join(import.meta.dirname, '..')
const src = `${import.meta.dirname}/src/`
const isTest = (file: string) => /\.(test|contract|testing)\.ts$/.test(file)
const files = globSync('**/*.ts', { cwd: src })
const production = files.filter((file) => !isTest(file))
const everything = globSync(
  '{bin,contract,server,console,widget,e2e,evals,bench,demo,packs}/**/*.{ts,tsx,mjs,js,css}',
  {
    cwd: root,
  },
).filter((file) => !/node_modules|\/dist\//.test(file))

const text = (file: string) => readFileSync(src + file, 'utf8')
const lines = (file: string) => readFileSync(`${root}/${file}`, 'utf8').split('\n').length
const layerOf = (path: string) => path.split('/')[0]!
/** `capabilities/tickets` for `capabilities/tickets/sla.ts`; the whole of `main` is one module. */
const moduleOf = (path: string) =>
  path
    .split('/')
    .slice(0, layerOf(path) === 'main' ? 1 : 2)
    .join('/')
const isFace = (path: string) => path === `${moduleOf(path)}/${posix.basename(moduleOf(path))}.ts`

const specifiersIn = (code: string) =>
  [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([#.][^'"]+)['"]/g)].map(([, specifier]) => specifier!)
const importsOf = (file: string) => specifiersIn(text(file)).map((specifier) => resolve(file, specifier))
function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier)
  const [first, second] = specifier.slice(1).split('/')
  return second ? `${first}/${second}/${second}.ts` : `capabilities/${first}/${first}.ts`
}

function complaint(file: string, target: string): string | undefined {
  if (moduleOf(file) === moduleOf(target)) return
  if (!mayImport[layerOf(file)]?.includes(layerOf(target))) return `${file} may not import ${target}`
  if (layerOf(file) !== 'main' && !isFace(target)) return `${file} reaches inside ${moduleOf(target)}; import its face`
}

test('imports point down, and enter a module through its face', () => {
  const complaints = production.flatMap((file) => importsOf(file).map((target) => complaint(file, target)))
  expect(complaints.filter(Boolean)).toEqual([])
})

/** What every screen of the console may import, and `pieces`, which they may import too; `app` puts the screens together. */
const belowScreens = ['ui', 'i18n', 'api']
const consoleFiles = everything.filter((file) => /^console\/src\/.+\/.+\.tsx?$/.test(file))

function complaintOfConsole(file: string, target: string): string | undefined {
  const [from, to] = [file, target].map((path) => path.split('/')[2]!) as [string, string]
  if (from === to || from === 'app' || belowScreens.includes(to)) return
  if (to === 'pieces' && !belowScreens.includes(from)) return
  return `${file} may not import ${target}; what several screens show stands in pieces`
}

test('screens of the console are strangers to one another', () => {
  const complaints = consoleFiles.flatMap((file) =>
    specifiersIn(readFileSync(`${root}/${file}`, 'utf8'))
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => complaintOfConsole(file, posix.join(posix.dirname(file), specifier))),
  )
  expect(complaints.filter(Boolean)).toEqual([])
})

test('files are short and named for what they hold', () => {
  expect(everything.filter((file) => forbiddenNames.test(file))).toEqual([])
  expect(everything.filter((file) => lines(file) > longest + 1)).toEqual([])
  const lengths = everything.map(lines).sort((one, other) => one - other)
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(longestMedian)
})

test('the clock is handed in', () => {
  const careless = production.filter((file) => layerOf(file) !== 'platform' && /new Date\(\)/.test(text(file)))
  expect(careless).toEqual([])
})

test('people are staff and the machine is the bot', () => {
  expect(everything.filter((file) => /(^|[/-])agents?([.-]|$)/i.test(posix.basename(file)))).toEqual([])
})

test('something was looked at', () => {
  expect(production.length).toBeGreaterThan(10)
  expect(everything.length).toBeGreaterThan(production.length)
  expect(consoleFiles.length).toBeGreaterThan(100)
})
