/** Whether a sentence says yes where its source says no. Reads clauses, not logic: two noes in one clause are one. */
import type { Tokens } from '#platform/search'

const idioms = /不论|不管|不过|不仅|不但|不同|不用说|无理由|not only|no matter/gi
const negation = /[不没无未勿]|禁止|谢绝|除外|\b(?:not|no|never|cannot|without|none|nor)\b|n[’']t\b/i
const clauses = /[，,；;。！？!?\n|]+|\s[–—-]\s|\bbut\b|但是?|不过/

const isNegated = (clause: string) => negation.test(clause.replace(idioms, ''))
/** Clauses that share less are about something else. */
const leastShared = 0.5

/** Whether some clause contradicts the clause of the evidence that is most like it. */
export function contradicts(tokens: Tokens, sentence: string, evidence: string): boolean {
  const known = splitClauses(tokens, evidence)
  return splitClauses(tokens, sentence)
    .filter(({ words }) => words.size > 1)
    .some((said) => {
      const shared = known.map((clause) => ({ ...clause, share: shareOf(said.words, clause.words) }))
      const most = Math.max(0, ...shared.map(({ share }) => share))
      const alike = shared.filter(({ share }) => share === most)
      return most >= leastShared && alike.every(({ negated }) => negated !== said.negated)
    })
}

function splitClauses(tokens: Tokens, text: string) {
  return text.split(clauses).map((clause) => ({
    words: new Set(tokens.words(clause).filter((word) => tokens.weightOf(word) >= 0.5)),
    negated: isNegated(clause),
  }))
}

function shareOf(one: Set<string>, other: Set<string>): number {
  const common = [...one].filter((word) => other.has(word)).length
  return (2 * common) / (one.size + other.size)
}
