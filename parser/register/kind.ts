/**
 * What kind of office a row speaks of: told by its own name, else by the heading over it, else by the table.
 *
 *     Ақкөл ауданының жұмыспен қамту және әлеуметтік бағдарламалар бөлімі   → employment-office
 *     Ақкөл аудандық бөлімшесі, under «… уәкілетті ұйымның құрылымдық бөлімшелері»  → pension-department
 */
/** The first that fits decides; narrower kinds stand before wider ones. */
const KINDS: [RegExp, string][] = [
  [/бақылау\s+және\s+(?:халықты\s+)?әлеуметтік\s+қорғау/u, 'social-control-department'],
  [/медициналық-?\s*әлеуметтік\s+сараптама/u, 'medical-expertise-department'],
  [/жұмыс\s?пен\s+қамт/u, 'employment-office'],
  [/мұрағат.{0,200}басқарма|құжаттама\s+басқарма/u, 'archive-administration'],
  [/мұрағат/u, 'archive'],
  [/қорғаныс\s+істері|(?<!\p{L})қід(?!\p{L})|әскери\s+басқару/u, 'defence-department'],
  [/(?<!\p{L})т[кқ]ш(?!\p{L})|тұрғын\s+үй/u, 'housing-department'],
  [/әкім/u, 'local-executive-body'],
  [/халыққа\s+қызмет|(?<!\p{L})хқк?о(?!\p{L})|орталықтардың\s+атауы|орталығ?ы?қ?"?\s+рмк/u, 'service-centre'],
  [/уәкілетті\s+ұйым|зейнетақы|(?<!\p{L})ұйымның\s+құрылымдық\s+бөлімше/u, 'pension-department'],
  [/жергілікті\s+атқарушы/u, 'local-executive-body'],
  [/уәкілетті\s+орган/u, 'competent-authority'],
]

/** The kind that a folded text says, or null. */
export function kindIn(key: string): string | null {
  return KINDS.find(([pattern]) => pattern.test(key))?.[1] ?? null
}
