/** Help. */
import type {Strings} from '../kk/index.ts'

export const help: Strings['help'] = {
  title: 'Помощь',
  lead: 'Как пользоваться сайтом.',
}
