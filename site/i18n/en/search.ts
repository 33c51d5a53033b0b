/** Search. */
import type {Strings} from '../kk/index.ts'

export const search: Strings['search'] = {
  label: 'Service, office or form',
  placeholder: 'Service, office, form',
  submit: 'Search',
  title: 'Search',
  loading: 'Searching …',
  failed: 'The search index could not be loaded. Please choose from the list below.',
  alphabetTitle: 'Services from A to Z',
  noScript: 'The search runs in your browser and needs JavaScript. Without it, choose from this list.',
  suggestions: 'Suggestions',
  form: 'form',
  otherWays: 'Not what you were looking for?',
  alphabet: 'Services from A to Z',
  officesByRegion: 'Offices by region',
  kinds: {all: 'All', standard: 'Services', point: 'Points', office: 'Offices', form: 'Forms'},
  kindLegend: 'Kind',
  filters: 'Filters',
  more: 'Show more',
}
