/**
 * A sentence with a link in it, cut in three: what stands before the link, its text, what stands after. Word order differs between
 * languages, so that a page cannot put the pieces together itself.
 */
export type LinkParts = readonly [before: string, link: string, after: string]
