/** Help. */
import type {Strings} from '../kk/index.ts'

export const help: Strings['help'] = {
  title: 'Help',
  lead: 'How to use this site.',
}
