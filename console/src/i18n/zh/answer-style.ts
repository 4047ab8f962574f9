export const answerStyle = {
  heading: '回答的语气与长短',
  lead: '每个渠道可以不同。只影响开头结尾和摘取多少原文，不会改动内容。',
  length: '长短',
  tone: '语气',
  channels: { web: '网页聊天', rest: 'REST 接口', openai: 'OpenAI 接口' },
  lengths: { short: '简短', normal: '适中', full: '完整' },
  tones: { plain: '直接', warm: '亲切' },
}
