/** The frame of every page: names of the site and its sections, header, footer, the page that is not there. */
import type {Strings} from '../kk/index.ts'

export const language: Strings['language'] = {name: 'English', short: 'Eng'}

export const site: Strings['site'] = {
  name: 'Qyzmet',
  tagline: 'Standards of public services',
  about: 'A reference to the standards of public services of Kazakhstan. The official text is given in Kazakh, as published.',
  skip: 'Skip to content',
  menu: 'Menu',
  mainSections: 'Main sections',
  sections: 'Sections',
  breadcrumbs: 'Where this page is',
  languages: 'Language',
  home: 'Home',
}

export const nav: Strings['nav'] = {
  services: 'Services',
  offices: 'Offices',
  forms: 'Forms',
  changes: 'Changes',
  data: 'Data',
  resolutions: 'Resolutions',
  reports: 'Quality indicators',
}

export const footer: Strings['footer'] = {
  help: 'Reference',
  reading: 'How these texts were read',
  howTo: 'Help',
  download: 'Download',
  openData: 'Open data',
}

export const notFound: Strings['notFound'] = {
  title: 'Page not found',
  text: 'The address has a mistake in it, or the page has moved. Try the search or choose one of the sections.',
}
