/** What emoji are called (Unicode CLDR short names, as slugs: `pouting-face`), whatever the colour of the skin. */
import byEmoji from 'unicode-emoji-json/data-by-emoji.json' with { type: 'json' }

type Named = { slug: string }
const named = byEmoji as Record<string, Named>
const skin = /\p{Emoji_Modifier}|\uFE0F/gu
const wholeEmoji = /\p{RGI_Emoji}|\p{Extended_Pictographic}/gv
/** Written as they are by keyboards, they are letters of a brand or figures before they are pictures. */
const plainText = /^[\d#*©®™]/u

/** The name, with hyphens; nothing for what is no emoji. */
export function nameOfEmoji(emoji: string): string | undefined {
  if (plainText.test(emoji)) return undefined
  const bare = emoji.replace(skin, '')
  return (named[emoji] ?? named[bare] ?? named[`${bare}\uFE0F`])?.slug.replaceAll('_', '-')
}

/** Which emoji a text holds, in the order they first come, each with how often. At most twenty. */
export function countEmoji(text: string): { emoji: string; name: string; count: number }[] {
  const counts = new Map<string, { emoji: string; name: string; count: number }>()
  for (const [emoji] of text.matchAll(wholeEmoji)) {
    const name = nameOfEmoji(emoji)
    if (!name) continue
    const known = counts.get(name)
    if (known) known.count += 1
    else if (counts.size < 20) counts.set(name, { emoji, name, count: 1 })
  }
  return [...counts.values()]
}
