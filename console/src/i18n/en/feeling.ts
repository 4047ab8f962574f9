export const feeling = {
  heading: 'Feeling',
  lead: 'How the bot answers to how a customer feels. It changes the words around an answer and when a person comes, never what is said of the matter.',
  acknowledge: 'Tell who is angry or anxious that they were heard',
  adapt: 'Be short and plain with who is angry or in a hurry',
  falling: 'Offer a person when the mood falls fast',
  hints: {
    acknowledge: 'Once in a conversation, in one sentence before the answer.',
    adapt: 'The sentences that answer, without words of welcome, whatever the channel is set to.',
    falling: 'And bring one where the bot does not know the answer for the second time.',
  },
  person: 'How soon anger brings a person',
  soon: { sooner: 'Sooner', normal: 'Normal', later: 'Later', asked: 'Only when asked' },
}
