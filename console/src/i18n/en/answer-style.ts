export const answerStyle = {
  heading: 'Tone and length of answers',
  lead: 'Set for each channel. It changes the words around an answer and how much of a text is quoted, never what it says.',
  length: 'Length',
  tone: 'Tone',
  channels: { web: 'Web chat', rest: 'REST channel', openai: 'OpenAI channel' },
  lengths: { short: 'Short', normal: 'Medium', full: 'Full' },
  tones: { plain: 'Plain', warm: 'Warm' },
}
