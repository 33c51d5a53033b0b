/** Help. */
import type {Strings} from '../kk/index.ts'

export const help: Strings['help'] = {
  title: 'Help',
  lead: 'How to use this site.',
  items: [
    {
      question: 'How do I find the service I need?',
      answer:
        'Type a Kazakh word into the search field the way you say it: an ending, a Latin letter or one wrong letter does no harm. Or open the list of services from A to Z.',
    },
    {
      question: 'Where does an answer come from?',
      answer: 'Beside every answer stands the number of a point. Follow it to that point of the official text.',
    },
    {
      question: 'How do I link to a point?',
      answer: 'Follow the number of the point in the official text: the address bar of the browser then shows the link to it.',
    },
    {
      question: 'How do I print a page?',
      answer: 'Choose “Print” in your browser. The short answers and the list of documents fit on the first sheet.',
    },
    {
      question: 'What does “Repealed” mean?',
      answer:
        'The resolution no longer applies. The text is kept for reference; ask the body that provides the service about the procedure of today.',
    },
  ],
}
