/** Ways of complaint, by how one complains. */
import type {Facts} from '../../parser/model/index.ts'

type Complaint = Facts['complaint'][number]
export type ComplaintKind = 'help' | 'court' | 'address' | 'phone' | 'online' | 'head' | 'other'

/** «сотқа жүгінуге құқылы» */
const COURT = /(?<!\p{L})сотқа(?!\p{L})/iu

/** «шағымдану тәртібін түсіндіретін …»: who explains, not who decides. */
const HELP = /шағымдану(?:дың)?\s+тәртібі/iu
/** «www.enbek.gov.kz мекенжайы бойынша интернет-ресурсында», «министрінің блогына» */
const ONLINE = /блогы|www\.|интернет-ресурсы|электронды(?:қ)?\s+пошта/iu
/** «бөлімшесінің басшысына», «басшысының атына», «төрағасының атына» */
const HEAD = /(?:басшы|төраға|директор|бастығы)\p{L}{0,12}(?:\s{1,9}атына|на)(?!\p{L})/iu

/** What stands out of a way of complaint; «other» where nothing does. */
export function complaintKind({text, to, address, phones}: Complaint): ComplaintKind {
  if (COURT.test(to ?? text)) return 'court'
  if (HELP.test(text)) return 'help'
  if (address !== null) return 'address'
  if (phones.length > 0) return 'phone'
  if (HEAD.test(text)) return 'head'
  return ONLINE.test(text) ? 'online' : 'other'
}
