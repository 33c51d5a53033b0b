/** Offices, their lists and where the lists disagree. */
import type {Strings} from '../kk/index.ts'
import {counted} from './format.ts'

/** Field names of an office, as the data names them. */
const OFFICE_FIELDS: Record<string, string> = {
  name: 'Name',
  address: 'Address',
  phones: 'Telephone',
  hours: 'Hours',
  emails: 'E-mail',
}

/** What of a field differs between the lists of an office. */
const DISCREPANCY_PARTS: Record<string, string> = {
  locality: 'town or village',
  'locality-renamed': 'town or village renamed',
  street: 'street',
  'street-renamed': 'street renamed',
  house: 'house number',
  'missing-street': 'no street in one of the lists',
  'missing-house': 'no house number in one of the lists',
  'second-address': 'a second address',
  number: 'telephone number',
  digit: 'a digit of the number',
  'missing-number': 'number missing from one of the lists',
  'no-number': 'no telephone in one of the lists',
  place: 'place',
  'office-number': 'number of the division',
  level: 'of a city or of a district',
  email: 'e-mail',
  hours: 'hours',
}

const OFFICE_KINDS: Record<string, string> = {
  'service-centre': 'Public service centre',
  'pension-department': 'Division of the pension payment centre',
  'defence-department': 'Defence directorate or division',
  archive: 'Archive',
  'local-executive-body': 'Local executive body',
  'employment-office': 'Division of employment and social programmes',
  'housing-department': 'Housing division or directorate',
  'medical-expertise-department': 'Division of medical and social assessment',
  'social-control-department': 'Department of control and social protection',
  'archive-administration': 'Directorate of archives and records',
  'competent-authority': 'Competent authority',
  other: 'Other office',
}

const OFFICES = {one: 'office', other: 'offices'}

export const offices: Strings['offices'] = {
  title: 'Offices',
  lead: (count) => `${counted(count, OFFICES)} named in the annexes of the standards, by region.`,
  none: 'The data holds no offices.',
  unknownRegion: 'Region not stated',
  region: 'Region',
  count: (count) => counted(count, OFFICES),
  filter: 'District, town or street',
  print: 'Print the list',
  name: 'Name',
  address: 'Address',
  phones: 'Telephone',
  emails: 'E-mail',
  hours: 'Hours',
  kindName: (kind) => OFFICE_KINDS[kind] ?? 'Office',
  inLists: 'In the lists',
  same: 'the same',
  differences: (count) => counted(count, {one: 'difference', other: 'differences'}),
  differencesTitle: 'Where the lists differ',
  field: 'Field',
  value: 'Value',
  fieldName: (field) => OFFICE_FIELDS[field] ?? field,
  discrepancies: 'Where the lists differ',
  discrepanciesLead: (count, all) =>
    `The lists disagree in ${counted(count, {one: 'place', other: 'places'})} about ${counted(all, OFFICES)}. The weightiest stand first. Ways of writing (abbreviations, look-alike letters, hyphens) do not count.`,
  noDiscrepancies: 'The lists agree.',
  partName: (part) => DISCREPANCY_PARTS[part] ?? part,
  office: 'Office',
  what: 'What differs',
  services: 'Services given here',
  appearances: 'As written in the lists',
}
