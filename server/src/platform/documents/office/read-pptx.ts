/** Slides in their order: title, text with its levels, tables, and the speaker's notes. */
import { type Element, isTag } from 'domhandler'
import { getAttributeValue, getElementsByTagName, textContent } from 'domutils'
import { parseDocument } from 'htmlparser2'
import { Refused } from '../refusals.ts'
import { escapeLine, writeHeading, writeTable } from '../write-markdown.ts'
import { isXml, openOffice, type OfficeParts } from './open-office.ts'

export type Slide = { number: number; markdown: string; tables: number; pictures: number; characters: number }

/** Entities of a document type are never expanded by this parser, so none can grow. */
function parse(bytes: Uint8Array) {
  return parseDocument(new TextDecoder().decode(bytes), { xmlMode: true })
}
const tags = (name: string, within: Parameters<typeof getElementsByTagName>[1]) =>
  getElementsByTagName(name, within, true) as Element[]

export async function* readPptx(bytes: Uint8Array, limits: { mostUnpacked: number }): AsyncGenerator<Slide> {
  const parts = await openOffice(bytes, limits, isXml)
  const paths = slidePaths(parts)
  if (paths.length === 0) throw new Refused('damaged')
  let number = 0
  for (const path of paths) {
    const slide = parts.get(path)
    if (!slide) continue
    yield readSlide(++number, parse(slide), notesOf(path, parts))
  }
}

/** By the presentation's own list; by their names where that is broken. */
function slidePaths(parts: OfficeParts): string[] {
  const presentation = parts.get('ppt/presentation.xml')
  const targets = relationsOf('ppt/presentation.xml', parts)
  const listed = presentation
    ? tags('p:sldId', parse(presentation)).flatMap((slide) => targets.get(getAttributeValue(slide, 'r:id') ?? '') ?? [])
    : []
  if (listed.length > 0) return listed.map(({ path }) => path)
  const numberIn = (path: string) => Number(/(\d+)\.xml$/.exec(path)?.[1])
  return [...parts.keys()]
    .filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
    .toSorted((one, other) => numberIn(one) - numberIn(other))
}

function relationsOf(path: string, parts: OfficeParts) {
  const folder = path.replace(/[^/]*$/, '')
  const file = parts.get(`${folder}_rels/${path.slice(folder.length)}.rels`)
  const relations = file ? tags('Relationship', parse(file)) : []
  return new Map(
    relations.map((relation) => {
      const target = getAttributeValue(relation, 'Target') ?? ''
      const absolute = new URL(target, `file:///${folder}`).pathname.slice(1)
      return [
        getAttributeValue(relation, 'Id') ?? '',
        { path: absolute, type: getAttributeValue(relation, 'Type') ?? '' },
      ] as const
    }),
  )
}

function notesOf(path: string, parts: OfficeParts): string[] {
  const relation = [...relationsOf(path, parts).values()].find(({ type }) => type.endsWith('/notesSlide'))
  const file = relation && parts.get(relation.path)
  if (!file) return []
  return tags('p:sp', parse(file))
    .filter((shape) => placeholderOf(shape) === 'body')
    .flatMap((shape) => paragraphsOf(shape).map(({ text }) => text))
}

const placeholderOf = (shape: Element) => {
  const placeholder = tags('p:ph', shape.children)[0]
  return placeholder && (getAttributeValue(placeholder, 'type') ?? 'body')
}

function paragraphsOf(shape: Element): { text: string; level: number }[] {
  return tags('a:p', shape.children).flatMap((paragraph) => {
    const words = paragraph.children.filter(isTag).map((run) =>
      run.name === 'a:br'
        ? ' '
        : tags('a:t', [run])
            .map((t) => textContent(t))
            .join(''),
    )
    const text = words.join('').replace(/\s+/g, ' ').trim()
    const properties = tags('a:pPr', paragraph.children)[0]
    return text === '' ? [] : [{ text, level: Number(properties ? (getAttributeValue(properties, 'lvl') ?? 0) : 0) }]
  })
}

const unshown = new Set(['sldNum', 'dt', 'ftr', 'hdr'])

function readSlide(number: number, slide: ReturnType<typeof parse>, notes: string[]): Slide {
  const shapes = tags('p:sp', slide).filter((shape) => !unshown.has(placeholderOf(shape) ?? ''))
  const isTitle = (shape: Element) => /^(title|ctrTitle)$/.test(placeholderOf(shape) ?? '')
  const title = shapes
    .filter(isTitle)
    .flatMap(paragraphsOf)
    .map(({ text }) => text)
    .join(' ')
  const body = shapes.filter((shape) => !isTitle(shape)).map(bodyMarkdown)
  const tables = tags('a:tbl', slide).map(tableRows)
  const blocks = [
    ...(title === '' ? [] : [writeHeading(2, title)]),
    ...body,
    ...tables.map(writeTable),
    ...(notes.length === 0 ? [] : notes.map(escapeLine)),
  ].filter((block) => block !== '')
  const markdown = blocks.join('\n\n')
  return { number, markdown, tables: tables.length, pictures: tags('p:pic', slide).length, characters: markdown.length }
}

/** One paragraph is a sentence; several of a placeholder are its bullets. */
function bodyMarkdown(shape: Element): string {
  const paragraphs = paragraphsOf(shape)
  if (paragraphs.length === 1 || placeholderOf(shape) === undefined)
    return paragraphs.map(({ text }) => escapeLine(text)).join('\n\n')
  return paragraphs.map(({ text, level }) => `${'  '.repeat(Math.min(level, 5))}- ${escapeLine(text)}`).join('\n')
}

function tableRows(table: Element): string[][] {
  return tags('a:tr', table.children).map((row) =>
    tags('a:tc', row.children).map((cell) =>
      paragraphsOf(cell)
        .map(({ text }) => text)
        .join(' '),
    ),
  )
}
