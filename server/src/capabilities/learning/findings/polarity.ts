/** Whether a clause says no: permission refused, something not done, not needed or not charged. Reads clauses, not logic. */

/** What has a no in it and says none. */
const idioms =
  /不论|不管|不过|不仅|不但|不同|不用说|无理由|不满(?=\s*[¥￥\d])|不低于|不少于|不超过|不多于|不高于|不足|未满|不限|不想要?|不喜欢|不合适|不满意|不舒服|不便|无法(?=使用|开机|充电)|没有?(?=拆|用过|穿过|下水)|未(?=拆|使用|穿|下水|洗)|不影响|差不多|要不|不一定|no more than|no less than|not only|no matter|no reason|not later than|no later than|not limited|unused|unworn|unopened|unwashed/gi
const charged = /收费|收取|加收|自付|自理|承担|\bcharged?\b|\bfees? appl(?:y|ies)\b/gi
const refused =
  /不(?:再)?(?:支持|可以|可|能够?|允许|接受|提供|予以?|会|收取?|需要?|用|必|得|享受|参加|参与|包括?|包含|含|退|换|发|送|开|保修|适用|计算?|算)|无法|不了|不行|禁止|概不|恕不|谢绝|暂不|从不|没有|没法|除非|无需|无须|毋需|不是|并非|\b(?:cannot|can(?:no|['’])t|could ?n['’]t|won['’]t|do(?:es)? ?n[o'’]t|do(?:es)? not|is ?n['’]t|is not|are ?n['’]t|are not|not|never|no longer|unable|without|unless|no)\b/gi

export function withoutPolarity(clause: string): { text: string; negated: boolean } {
  const plain = clause.replace(idioms, (idiom) => ' '.repeat(idiom.length))
  const noes = [...plain.matchAll(refused)].length
  // What is free is not charged: the no of a charge.
  const isFree = /免费|免|包邮|\bfree\b|\bno charge\b|at no cost/i.test(plain)
  // Removed from the words, so that 可以退 and 不可以退 are about the same; lengths stay, so that offsets do.
  const blank = (found: string) => ' '.repeat(found.length)
  const text = clause
    .replace(
      /不(?=支持|可以|可|能|允许|接受|提供|会|收|需|享受|参加|参与|包|含|退|换|发|送|开|保修|适用)|无法|禁止|概不|恕不|谢绝|暂不|没有|没法/g,
      blank,
    )
    .replace(
      /\b(?:cannot|can['’]t|won['’]t|don['’]t|doesn['’]t|isn['’]t|aren['’]t|not|never|no longer|unable to|without|no)\b/gi,
      blank,
    )
    .replace(/免费|\b(?:free of charge|for free|at no cost|no charge)\b/gi, blank)
    .replace(charged, blank)
  return { text, negated: (noes + (isFree ? 1 : 0)) % 2 === 1 }
}
