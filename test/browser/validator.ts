/** The HTML standard as the pages of the site are held to it. */
import {HtmlValidate} from 'html-validate'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Ways of writing that are no faults.
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    'no-inline-style': 'error',
    'long-title': 'off',
    // Telephone numbers stand as printed; the style sheet keeps them in one line.
    'tel-non-breaking': 'off',
    // The filters of the search answer at once; without JavaScript they are not shown.
    'wcag/h32': 'off',
    // Of the site's own files every script and style sheet has a checksum.
    'require-sri': ['error', {target: 'all', include: ['/assets/']}],
  },
})

/** What is wrong with the markup of a page, each with its place. */
export async function markupFaults(html: string): Promise<string[]> {
  const {results} = await validator.validateString(html)
  return results.flatMap(({messages}) =>
    messages.map(({ruleId, message, line, column}) => `${ruleId}: ${message} (${String(line)}:${String(column)})`),
  )
}
