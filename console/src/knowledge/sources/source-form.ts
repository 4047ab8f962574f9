/** What the form of a source holds while it is being filled in, and the draft that it becomes. */
import type { Audience } from '@lingxi/contract/audience'
import type { Language } from '@lingxi/contract/message'
import type { Source, SourceKind } from '@lingxi/contract/source'
import type { SourceDraftInput } from '../../api/source-queries.ts'

/** A catalogue is a table of products among uploaded files: what marks it are its tag and what it is called. */
export const formKinds = ['upload', 'catalogue', 'folder', 'site', 'webhook'] as const
export type FormKind = (typeof formKinds)[number]
const productTag = 'product'

export type SourceForm = {
  kind: FormKind
  name: string
  path: string
  start: string
  by: 'sitemap' | 'crawl'
  depth: string
  include: string
  exclude: string
  mostPages: string
  requestsPerSecond: string
  language: Language | 'guess'
  audience: Audience['kind']
  audienceNames: string
  category: string
  tags: string
  status: 'draft' | 'review' | 'published'
  schedule: 'never' | 'hourly' | 'daily' | 'weekly'
}

export const emptyForm: SourceForm = {
  kind: 'upload',
  name: '',
  path: '',
  start: '',
  by: 'sitemap',
  depth: '3',
  include: '',
  exclude: '',
  mostPages: '1000',
  requestsPerSecond: '1',
  language: 'guess',
  audience: 'public',
  audienceNames: '',
  category: '',
  tags: '',
  status: 'published',
  schedule: 'never',
}

export const kindOf = ({ place, tags }: { place: { kind: SourceKind }; tags: string[] }): FormKind =>
  place.kind === 'upload' && tags.includes(productTag) ? 'catalogue' : place.kind

export function toForm(source: Source): SourceForm {
  const { place, audience } = source
  const listed = 'include' in place ? { include: place.include.join('\n'), exclude: place.exclude.join('\n') } : {}
  const site = place.kind === 'site' && {
    start: place.start,
    by: place.by,
    depth: String(place.depth),
    mostPages: String(place.mostPages),
    requestsPerSecond: String(place.requestsPerSecond),
  }
  return {
    ...emptyForm,
    ...listed,
    ...site,
    ...(place.kind === 'folder' && { path: place.path }),
    kind: kindOf(source),
    name: source.name,
    language: source.language ?? 'guess',
    audience: audience.kind,
    audienceNames: namesOf(audience).join(', '),
    category: source.category ?? '',
    tags: source.tags.filter((tag) => tag !== productTag).join(', '),
    status: source.status,
    schedule: source.schedule,
  }
}

/** Everything that is set for a source, to be sent back with one thing changed. */
export function draftOf(source: Source): SourceDraftInput {
  const {
    id: _id,
    items: _i,
    refusedItems: _r,
    lastRun: _l,
    nextAt: _n,
    createdAt: _c,
    updatedAt: _u,
    ...draft
  } = source
  return draft
}

export function toDraft(form: SourceForm, known?: Source): SourceDraftInput {
  const tags = split(form.tags)
  return {
    ...(known && draftOf(known)),
    name: form.name.trim(),
    place: placeOf(form),
    language: form.language === 'guess' ? null : form.language,
    audience: audienceOf(form),
    category: form.category.trim() || null,
    tags: form.kind === 'catalogue' ? [productTag, ...tags.filter((tag) => tag !== productTag)] : tags,
    status: form.status,
    schedule: isLookedAtAgain(form.kind) ? form.schedule : 'never',
  }
}

export const isLookedAtAgain = (kind: FormKind): boolean => kind === 'folder' || kind === 'site'

function placeOf(form: SourceForm): SourceDraftInput['place'] {
  const listed = { include: lines(form.include), exclude: lines(form.exclude) }
  switch (form.kind) {
    case 'folder':
      return { kind: 'folder', path: form.path.trim(), ...listed }
    case 'site':
      return {
        kind: 'site',
        start: form.start.trim(),
        by: form.by,
        depth: Number(form.depth),
        mostPages: Number(form.mostPages),
        requestsPerSecond: Number(form.requestsPerSecond),
        ...listed,
      }
    case 'webhook':
      return { kind: 'webhook' }
    default:
      return { kind: 'upload' }
  }
}

function audienceOf({ audience, audienceNames }: SourceForm): Audience {
  if (audience === 'tiers') return { kind: 'tiers', tiers: split(audienceNames) }
  if (audience === 'staff') return { kind: 'staff', groups: split(audienceNames) }
  return { kind: audience }
}

export function namesOf(audience: Audience): string[] {
  if (audience.kind === 'tiers') return audience.tiers
  return audience.kind === 'staff' ? audience.groups : []
}

const split = (text: string) => [
  ...new Set(
    text
      .split(/[,，、\n]/)
      .map((each) => each.trim())
      .filter(Boolean),
  ),
]
const lines = (text: string) =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)
