/** Indicators cut from the sources. */
import type {Annex, Indicator} from '../../parser/model/index.ts'

const row = (group: string, code: string, label: string, normative: string): Indicator => ({
  group,
  code,
  label,
  normative,
  target: '',
  current: '',
})

/** sources/2009-2223.pdf.txt, 2221-2270: normative values are printed. */
export const MILITARY_INDICATORS: Annex = {
  id: '2009-2223-4/3',
  number: 3,
  kind: 'indicators',
  title: 'Сапа және тиімділік көрсеткіштерінің мәні',
  text: '',
  lines: [2221, 2270],
  columns: [
    'Сапа және қол жетімділік көрсеткіштері',
    'Көрсеткіштің нормативтік мәні',
    'Көрсеткіштің келесі жылдағы мақсатты мәні',
    'Көрсеткіштің есептілік жылындағы ағымдағы мәні',
  ],
  indicators: [
    row('1. Уақтылық', '1.1', 'Құжаттар тапсырылған сәттен бастап белгіленген мерзімде қызмет көрсету жағдайларының %-ы (үлесі)', '95 %'),
    row('2. Сапасы', '2.1', 'Қызмет көрсету үдерісінің сапасына қанағаттанған тұтынушылардың %-ы (үлесі)', '90 %'),
    row(
      '3. Қолжетімділік',
      '3.1',
      'Қызмет көрсету тәртібінің сапасына және ол туралы ақпаратқа қанағаттанған тұтынушылардың %-ы (үлесі)',
      '80 %',
    ),
    row('3. Қолжетімділік', '3.2', 'Ақпаратына электрондық форматта қол жеткізуге болатын қызметтердің %-ы (үлесі)', '50 %'),
    row('4. Шағымдану үдерісі', '4.1', 'Қолданыстағы шағымдану тәртібіне қанағаттанған тұтынушылардың %-ы (үлесі)', '95 %'),
    row('5. Сыпайылық', '5.1', 'Персоналдың сыпайылығына қанағаттанған тұтынушылардың %-ы (үлесі)', '90 %'),
  ],
}

/** sources/2012-1278.md, 287-305: the act leaves every value open. */
export const MEDIA_INDICATORS: Annex = {
  ...MILITARY_INDICATORS,
  id: '2012-1278-1/2',
  number: 2,
  title: 'Сапа және тиімділік көрсеткіштері',
  lines: [287, 305],
  indicators: (MILITARY_INDICATORS.indicators ?? []).map((indicator) => ({...indicator, normative: ''})),
}
