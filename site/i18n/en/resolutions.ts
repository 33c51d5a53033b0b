/** Resolutions and the amendments they make. */
import type {Amendment, Note} from '../../../parser/model/index.ts'
import type {Strings} from '../kk/index.ts'
import {format} from './format.ts'

const ACTIONS: Record<Amendment['action'], string> = {
  restate: 'new wording',
  'replace-words': 'words replaced',
  insert: 'insertion',
  exclude: 'exclusion',
  repeal: 'repeal',
  renumber: 'renumbering',
  'insert-row': 'row inserted',
  'restate-standard': 'new wording of a standard',
  'insert-standards': 'standards inserted',
}

const EFFECTS: Record<Note['effect'], string> = {
  restated: 'in a new wording',
  inserted: 'inserted',
  excluded: 'excluded',
  amended: 'amended',
  repealed: 'repealed',
  other: 'note',
}

export const resolutions: Strings['resolutions'] = {
  title: 'Resolutions',
  one: 'Resolution of the Government',
  name: (date, act) => `Resolution ${format.actNumber(act)} ${format.dateOf(date)}`,
  fullName: (date, act) => [
    '',
    `Resolution ${format.actNumber(act)}`,
    ` of the Government of the Republic of Kazakhstan ${format.dateOf(date)}`,
  ],
  act: (act) => `Resolution ${format.actNumber(act)}`,
  date: 'Date',
  number: 'Number',
  status: 'Status',
  repealedBy: 'Repealed by',
  signatory: 'Signed by',
  standards: 'Standards it approves',
  noStandards: 'This resolution approves no standards.',
  text: 'Text of the resolution',
  amendments: 'Amendments it makes to other acts',
  facts: 'At a glance',
  download: 'Downloads and source',
}

export const changes: Strings['changes'] = {
  title: 'Changes',
  lead: 'Amendments that the resolutions make to other acts, and the notes of amendment within the standards.',
  instructions: 'Instructions of the resolutions',
  notes: 'Notes in standards and resolutions',
  item: 'Point',
  target: 'Act amended',
  action: 'Action',
  wording: 'Wording',
  none: 'The sources hold no amending instructions.',
  noNotes: 'The sources hold no notes of amendment.',
  moreNotes: (count) => `Other notes: ${count}`,
  actionName: (action) => ACTIONS[action],
  effectName: (effect) => EFFECTS[effect],
  where: 'Where',
  effect: 'Kind',
  note: 'Note',
  oldWords: 'old words',
  newWords: 'new words',
}
