/** What a channel can show. `longestText` counts UTF-16 units. */
export type Abilities = {
  markdown: boolean
  quickReplies: boolean
  citations: boolean
  attachments: boolean
  longestText: number
}
