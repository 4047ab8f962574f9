/** The figures of a version that its row shows, the telling ones first. */
export const figureNames = [
  'accuracy',
  'macroF1',
  'outOfScopeRecall',
  'entityF1',
  'sentimentAccuracy',
  'emotionMacroF1',
] as const
