/** The home page and the list of all services. */
export const home = {
  question: 'Қандай қызмет керек?',
  lead: 'Қандай құжат әкелу, қайда бару, қанша күту керек – стандарттың өз тармағына сілтемесімен.',
  allRepealed: (count: number): string =>
    count === 1
      ? 'Мұндағы қаулы күшін жойған. Мәтін анықтама үшін сақталған – қазіргі тәртіп басқа.'
      : `Мұндағы ${count} қаулының бәрі күшін жойған. Мәтіндер анықтама үшін сақталған – қазіргі тәртіп басқа.`,
  someRepealed: (repealed: number, count: number): string =>
    `Мұндағы ${count} қаулының ішінде ${repealed} қаулы күшін жойған. Олардың мәтіні анықтама үшін сақталған – қазіргі тәртіп басқа.`,
  alphabetical: (count: number): string => `${count} қызмет, әліпби бойынша`,
  regions: 'Қайда бару керек',
  regionsNote: 'Мекемелердің өңірдегі саны. Схема шартты: өңірлер өз орнына жақын тұр.',
  allOffices: 'Барлық мекемелер',
  latestResolutions: (shown: number, count: number): string => `Соңғы ${shown} қаулы; барлығы ${count}`,
  resolutions: 'Министрліктер бойынша',
  ministry: 'Министрлік',
  resolution: 'Қаулы',
  subject: 'Атауы',
  standards: 'Стандарт',
  force: 'Күші',
  examples: 'Мысалы:',
}

export const services = {
  title: 'Қызметтер әліпбиі',
  lead: (count: number): string => `${count} қызмет стандарты, әліпби бойынша.`,
  letters: 'Әріптер',
}
