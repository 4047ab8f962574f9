import type { Words } from '../words.ts'

export const flowEditor: Words['flowEditor'] = {
  back: 'Back to the list',
  gone: 'The draft does not hold it',
  unsaved: 'Not saved',
  undo: 'Undo',
  redo: 'Redo',
  incomplete: 'Something is not filled in yet; it can be saved once it is.',
  conflict: {
    title: 'Somebody saved a change after you opened it',
    text: 'Below is how yours differs from theirs. Neither is lost: after taking theirs, undo brings yours back.',
    theirs: 'Take theirs',
    mine: 'Keep mine',
  },
  outline: 'Outline of the steps',
  addStep: 'Add a step',
  copyStep: 'Copy this step',
  removeStep: 'Remove this step',
  search: 'Find in the steps',
  canvas:
    'The flow as a picture. Arrows go from step to step, Enter opens the form, Shift and an arrow moves a step, Delete removes it.',
  form: 'Form of the chosen step',
  insertBetween: 'Add a step between {{from}} and {{to}}',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  whole: 'Show all',
  arrange: 'Arrange',
  newTexts: {
    say: 'Hello!',
    ask: 'How would you like to go on?',
    confirm: 'Is that all right?',
    ticket: 'Please follow up',
  },
}
