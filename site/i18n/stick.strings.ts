/** What lies beside the site in the archive for a stick: how to open it. */
import {translations} from './translations.ts'

const SERVERS = `    npx serve site
    python3 -m http.server -d site 8000`

/** A page is looked for at the root, so that a double click on a file shows it without its looks and links. */
export const strings = translations('stick', {
  kk: {
    language: 'ҚАЗАҚША',
    text: `Мұнда Qyzmet сайты толық тұр: барлық бет, бланк, деректер. Интернет керек емес.

«site» бумасын кез келген қарапайым веб-серверден ашыңыз, мысалы осы бумада:

${SERVERS}

Сонан соң браузерден сервер айтқан мекенжайды ашыңыз (http://localhost:3000 немесе http://localhost:8000).
Беттерді файл ретінде (екі рет басып) ашпаңыз: сілтемелер істемейді.`,
    part: (part: number, first: string, last: string) =>
      `Бұл архивтің ${String(part)}-бөлігі: «${first}» файлынан «${last}» файлына дейін. Барлық бөлігін бір бумаға ашыңыз.`,
  },
  ru: {
    language: 'ПО-РУССКИ',
    text: `Здесь весь сайт Qyzmet: все страницы, бланки и данные. Интернет не нужен.

Откройте папку «site» любым простым веб-сервером, например в этой папке:

${SERVERS}

Затем откройте в браузере адрес, который назовёт сервер (http://localhost:3000 или http://localhost:8000).
Не открывайте страницы как файлы (двойным щелчком): ссылки работать не будут.`,
    part: (part: number, first: string, last: string) =>
      `Это часть ${String(part)} архива: от файла «${first}» до файла «${last}». Распакуйте все части в одну папку.`,
  },
  en: {
    language: 'ENGLISH',
    text: `This is the whole Qyzmet site: all pages, forms and data. No internet is needed.

Open the folder “site” with any plain web server, for example in this folder:

${SERVERS}

Then open the address the server names in a browser (http://localhost:3000 or http://localhost:8000).
Do not open pages as files (by a double click): links would not work.`,
    part: (part: number, first: string, last: string) =>
      `This is part ${String(part)} of the archive: from the file “${first}” to the file “${last}”. Unpack all parts into one folder.`,
  },
})

/** The text file, in all languages. */
export const stickReadme = (): string =>
  `${Object.values(strings)
    .map(({language, text}) => `${language}\n\n${text}\n`)
    .join(`\n${'-'.repeat(72)}\n\n`)}`.replaceAll('\n', '\r\n')

/** What lies in each part of an archive of several. */
export const stickPart = (part: number, first: string, last: string): string =>
  Object.values(strings)
    .map((one) => `${one.part(part, first, last)}\r\n`)
    .join('\r\n')
