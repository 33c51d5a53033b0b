/** The home page and the list of all services. */
import type {Strings} from '../kk/index.ts'
import {counted, number} from './format.ts'

export const home: Strings['home'] = {
  question: 'Which service do you need?',
  lead: 'What to bring, where to go, how long it takes – each answer with a link to its point in the standard.',
  allRepealed: (count) =>
    count === 1
      ? 'The resolution published here has been repealed. The text is kept for reference – the procedure is different now.'
      : `All ${number(count)} resolutions published here have been repealed. The texts are kept for reference – the procedure is different now.`,
  someRepealed: (repealed, count) =>
    `Of the ${number(count)} resolutions published here ${number(repealed)} ${repealed === 1 ? 'has' : 'have'} been repealed. Their texts are kept for reference – the procedure is different now.`,
  alphabetical: (count) => `${counted(count, {one: 'service', other: 'services'})} in alphabetical order`,
  regions: 'Where to go',
  regionsNote: 'The number of offices in each region. The map is a sketch: regions stand near their places.',
  allOffices: 'All offices',
  latestResolutions: (shown, count) => `The latest ${shown}; all ${count} resolutions`,
  resolutions: 'By ministry',
  ministry: 'Ministry',
  resolution: 'Resolution',
  subject: 'Title',
  standards: 'Standards',
  force: 'Status',
  examples: 'For example:',
}

export const services: Strings['services'] = {
  title: 'Services from A to Z',
  lead: (count) => `${counted(count, {one: 'service standard', other: 'service standards'})} in Kazakh alphabetical order.`,
  letters: 'Letters',
}
