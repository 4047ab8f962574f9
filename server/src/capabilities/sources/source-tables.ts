/** What of sources travels when all knowledge is exported: neither secrets, nor whom the company trusts, nor original bytes. */
import { Instant } from '@lingxi/contract/instant'
import { ImportedRow } from '@lingxi/contract/knowledge'
import { itemStates, PageReport, ReadingNote, SourceDraft, SourceItem, SourceKind } from '@lingxi/contract/source'
import { z } from 'zod'
import type { RowTable } from '#platform/database'
import { hashOf } from './source-parts.ts'

const id = z.string().min(1).max(80)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const shape = SourceDraft.shape
const offset = z.int().nonnegative()
const PlacedSpan = z.strictObject({ start: offset, from: offset, until: offset, retold: z.literal(true).optional() })

export const sourceTables = {
  sources: {
    table: 'sources',
    key: ['id'],
    row: z
      .strictObject({
        id,
        name: shape.name,
        kind: SourceKind,
        place: shape.place,
        language: shape.language.unwrap(),
        audience: shape.audience.unwrap(),
        category: shape.category.unwrap(),
        tags: shape.tags.unwrap(),
        status: shape.status.unwrap(),
        owner_id: id.nullable(),
        schedule: shape.schedule.unwrap(),
        created_at: Instant,
        updated_at: Instant,
      })
      .refine(({ kind, place }) => kind === place.kind, { path: ['kind'], message: 'is not that of its place' }),
    moments: ['created_at', 'updated_at'],
  },
  items: {
    table: 'source_items',
    key: ['id'],
    also: [['source_id', 'location_hash']],
    row: z
      .strictObject({
        id,
        source_id: id,
        location: z.string().max(2000),
        location_hash: hash,
        title: z.string().max(300).nullable(),
        format: z.string().max(60).nullable(),
        media_type: z.string().max(200).nullable(),
        bytes: z.int().nonnegative(),
        state: z.enum(itemStates),
        content_hash: hash.nullable(),
        read_hash: hash.nullable(),
        refusal: SourceItem.shape.refusal,
        notes: z.array(ReadingNote).max(1000),
        page_reports: z.array(PageReport).max(100_000),
        rows: z.array(ImportedRow).max(5000),
        links: z.array(z.string().max(4000)).max(2000),
        etag: z.string().max(1000).nullable(),
        last_modified: z.string().max(200).nullable(),
        version: z.int().nonnegative(),
        read_at: Instant.nullable(),
        checked_at: Instant.nullable(),
        created_at: Instant,
      })
      .refine((row) => row.location_hash === hashOf(row.location), { path: ['location_hash'], message: 'is another' }),
    moments: ['read_at', 'checked_at', 'created_at'],
  },
  texts: {
    table: 'source_texts',
    key: ['item_id'],
    row: z.strictObject({
      item_id: id,
      text: z.string(),
      pages: z.array(z.strictObject({ page: z.int().positive(), label: z.string().optional(), start: offset })),
      places: z.record(id, z.array(PlacedSpan)).default({}),
    }),
  },
} satisfies Record<string, RowTable>
