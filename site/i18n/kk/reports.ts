/** Indicators and reports on them. */
import {number} from './format.ts'

export const reports = {
  title: 'Сапа көрсеткіштері туралы есептер',
  lead: (count: number): string =>
    `${number(count)} стандарттың сапа көрсеткіштері: актілер қандай нормативтік мән белгілеген, қайсысы белгілемеген және есептің толтырылатын үлгілері.`,
  none: 'Мұндағы стандарттарда сапа көрсеткіштері жоқ.',
  section: 'Сапа көрсеткіштері',
  all: 'Барлық стандарттар бойынша',
  norms: 'Актілер белгілеген нормативтер',
  normsNote:
    'Мәндер актіде жазылған күйінде берілген. Бір код әр стандартта басқа көрсеткішті білдіруі мүмкін: толық атауы стандарттың қосымшасында.',
  counts: (set: number, unset: number): string =>
    `Нормативтік мән белгілейтін стандарт: ${number(set)}. Белгілемейтін стандарт: ${number(unset)}.`,
  everyStandard: 'Бұл қаулының барлық стандарты нормативтік мән белгілейді.',
  noStandard: 'Бұл қаулының стандарттары нормативтік мән белгілемейді.',
  code: 'Коды',
  group: 'Тобы',
  norm: 'Нормативтік мәні',
  unset: 'белгіленбеген',
  /** A resolution whose standards lack the indicator. */
  absent: 'мұндай көрсеткіш жоқ',
  standards: (count: number): string => `${number(count)} стандарт`,
  noNorms: 'Актіде нормативтік мән белгіленбеген.',
  someNorms: (set: number, all: number): string => `Нормативтік мәні бар көрсеткіш: ${set}. Барлығы: ${all}.`,
  noTable: 'Стандартта көрсеткіштер кестесі жоқ.',
  templates: 'Есептің үлгісі',
  survey: 'Сауалнама',
  file: (format: string, size: string | null): string => (size === null ? format : `${format}, ${size}`),
  /** What a list of files is called: the list and its standard. */
  filesOf: (list: string, standard: string): string => `${list}: ${standard}`,
  howTo: 'Қалай толтыру, қалай жинау керек',
  howToNote: 'Пәрмендер жоба қалтасында, сайт құрастырылған соң орындалады. Мысалдағы стандартты, жылды және файл аттарын өзгертіңіз.',
  steps: [
    {
      title: 'Үлгіні толтыру',
      text: 'Үлгіні жүктеп алып, әр көрсеткіштің алымы мен бөлімін жазыңыз: үлесі солардан есептеледі. Мекеменің атын да жазыңыз: онсыз есеп жиынтыққа кірмейді. XLSX пен CSV электрондық кестеде, PDF браузерде немесе PDF оқитын бағдарламада толтырылады. HTML бетін басып шығарып, қолмен толтыруға болады.',
      command: null,
    },
    {
      title: 'Сандардан есеп жасау',
      text: 'Көрсеткіштердің коды, алымы және бөлімі жазылған CSV немесе JSON файлын беріңіз. Қате болса, пәрмен файлды, жолды және ережені атайды.',
      command: (id: string, year: string): string =>
        `npx qyzmet report ${id} --year ${year} --data counts.csv --office "Мекеменің аты" --out report.pdf`,
    },
    {
      title: 'Нормативті бұйрық белгілесе',
      text: 'Актіде нормативтік мән болмаса, бұйрықтағы мәндерді бөлек файлмен беріңіз: код, норматив, нысаналы мән. Актіде жазылған мәнге қайшы файл қабылданбайды.',
      command: (id: string, year: string): string =>
        `npx qyzmet report ${id} --year ${year} --data counts.csv --norms order.csv --out report.xlsx`,
    },
    {
      title: 'Сауалнама жүргізу',
      text: 'Сауалнаманы қызмет алушылар толтырады, ол аты-жөнін сұрамайды. Жауаптарды CSV файлына жазыңыз: бір адамға бір жол. Үлес «иә» мен «жоқ» деген жауаптардан есептеледі.',
      command: (id: string, year: string): string => `npx qyzmet report ${id} --year ${year} --survey answers.csv --out report.html`,
    },
    {
      title: 'Есептерді жинау',
      text: 'Мекемелерден келген PDF, XLSX және CSV есептерін бір қалтаға салыңыз. Пәрмен оларды тексереді, сандарын қосады (пайыздардың орташасын алмайды) және өңірлер мен мекемелер бойынша жиынтықты XLSX, HTML, JSON түрінде жазады. Келмеген және күмәнді есептер аталады.',
      command: (_id: string, year: string): string => `npx qyzmet report --collect reports --year ${year} --offices dist --out summary`,
    },
  ],
}
