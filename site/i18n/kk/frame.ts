/** The frame of every page: names of the site and its sections, header, footer, the page that is not there. */
export const language = {name: 'Қазақша', short: 'Қаз'}

export const site = {
  name: 'Qyzmet',
  tagline: 'Мемлекеттік қызмет стандарттары',
  about: 'Мемлекеттік қызмет стандарттарының анықтамалығы. Ресми мәтін қазақ тілінде, жарияланған күйінде беріледі.',
  skip: 'Мазмұнға өту',
  menu: 'Мәзір',
  mainSections: 'Негізгі бөлімдер',
  sections: 'Бөлімдер',
  breadcrumbs: 'Бұл бет қайда тұр',
  languages: 'Тіл',
  home: 'Басты бет',
}

export const nav = {
  services: 'Қызметтер',
  offices: 'Мекемелер',
  forms: 'Бланкілер',
  changes: 'Өзгерістер',
  data: 'Деректер',
  resolutions: 'Қаулылар',
  reports: 'Сапа көрсеткіштері',
}

export const footer = {
  help: 'Анықтама',
  reading: 'Бұл мәтіндер қалай оқылды',
  howTo: 'Көмек',
  download: 'Жүктеу',
  openData: 'Ашық деректер',
}

export const notFound = {
  title: 'Бет табылмады',
  text: 'Мекенжайда қате бар немесе бет көшірілген. Іздеп көріңіз не бөлімдердің бірін таңдаңыз.',
}
