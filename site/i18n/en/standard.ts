/** The page of a standard and those of its annexes. */
import type {AnnexKind, Facts} from '../../../parser/model/index.ts'
import type {Strings} from '../kk/index.ts'
import {counted, format, number} from './format.ts'

const ANNEX_KINDS: Record<AnnexKind, string> = {
  offices: 'List of offices',
  form: 'Application form',
  certificate: 'Specimen of a document',
  indicators: 'Indicators of quality and efficiency',
  other: 'Annex',
}

const FORMS: Record<NonNullable<Facts['form']>, string> = {
  full: 'Fully automated',
  partial: 'Partly automated',
  none: 'Not automated',
}

/** Ways of asking for a service, as the data names them (`Facts`), several joined by «, ». */
const CHANNELS: Record<string, string> = {
  'service-centre': 'public service centre',
  'mobile-centre': 'mobile centre',
  portal: 'portal',
  'authorised-organisation': 'authorised organisation',
  'competent-authority': 'competent authority',
  'local-executive-body': 'local executive body',
  akim: 'akim',
  archive: 'archive',
  post: 'post',
}

const DOCUMENTS = {one: 'document', other: 'documents'}

export const standard: Strings['standard'] = {
  kind: 'Standard of a public service',
  approvedBy: (date, act) => ['', `resolution ${format.actNumber(act)}`, ` of the Government ${format.dateOf(date)}`],
  onThisPage: 'On this page',
  parts: (count) => counted(count, {one: 'section', other: 'sections'}),
  key: {
    time: 'How long it takes',
    fee: 'Fee',
    bring: 'What to bring',
    where: 'Where to go',
    documents: (least, most) => (least === most ? counted(most, DOCUMENTS) : `${number(least)}–${counted(most, DOCUMENTS)}`),
    list: 'Tick off the list',
    offices: (count) => counted(count, {one: 'office', other: 'offices'}),
    lists: 'Addresses and telephone numbers',
  },
  free: 'Free of charge',
  paid: 'A fee is charged',
  glance: 'At a glance',
  opening: {
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    always: 'round the clock',
    notOnHolidays: 'except on public holidays',
  },
  facts: {
    provider: 'Provided by',
    recipients: 'For whom',
    time: 'Time limits',
    fee: 'Fee',
    result: 'Result',
    hours: 'Hours',
    form: 'Form of the service',
    phones: 'Telephone',
    websites: 'On the web',
    emails: 'E-mail',
    basis: 'Legal basis',
  },
  channel: (channel) =>
    channel
      .split(', ')
      .map((one) => CHANNELS[one] ?? one)
      .join(', '),
  form: (form) => FORMS[form],
  documents: 'Documents',
  documentsNote: 'Tick what you have: the ticks are kept on this device only.',
  printList: 'Print the list',
  forEveryone: 'In all cases',
  more: (count) => `${number(count)} more`,
  where: 'Where to go',
  forms: 'Forms',
  noForms: 'The annexes of this standard hold no application form.',
  emptyPdf: 'Empty form, PDF',
  papers: 'Other papers of the standard',
  paperNames: {
    checklist: 'List of the documents to hand in',
    receipt: 'Receipt for the documents handed in',
    'complaint-slip': 'Slip for a complaint received',
  },
  refusal: 'Grounds for refusal',
  complaint: 'How to complain',
  address: 'Address',
  officialText: 'Official text',
  officialNote: 'in Kazakh, as published',
  pointLink: (point) => `Link to point ${point}`,
  noPoints: 'The published text of the resolution has no points of this standard.',
  annexes: 'Annexes',
  annexNumber: 'No.',
  annexTitle: 'Title',
  annexContent: 'Content',
  annexDownload: 'Download',
  fields: (count) => counted(count, {one: 'field', other: 'fields'}),
  indicators: (count) => counted(count, {one: 'indicator', other: 'indicators'}),
  text: 'text',
  sources: 'Downloads and source',
  notes: 'Notes',
  download: 'Download',
  source: 'Source',
  sourceText: (file, lines) => `File ${file}, ${lines}.`,
  howRead: 'How this was read',
}

export const annex: Strings['annex'] = {
  kind: (kind) => ANNEX_KINDS[kind],
  of: (id) => `Standard ${id},`,
  regions: 'Regions',
  rows: (count) => counted(count, {one: 'row', other: 'rows'}),
  number: 'No.',
  inherited: 'cell shared by several rows',
  noHeading: 'List',
  column: (index) => `Column ${index}`,
  indicator: 'Indicator',
  normative: 'Normative value',
  target: 'Target value for the next year',
  current: 'Current value of the year under report',
}
