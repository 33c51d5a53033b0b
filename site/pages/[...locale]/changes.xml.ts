/** The feed of changes: amending acts, resolutions that amend others, the date of the data. */
import type {APIRoute} from 'astro'
import {siteAddress} from '../../address.ts'
import {amendments, catalogue, offices, resolutions, standards} from '../../data.ts'
import {strings} from '../../i18n/feed.strings.ts'
import {inEveryLocale, useLocale} from '../../i18n/index.ts'
import {actsOfChange, atomFeed} from '../../prepare/feed.ts'
import type {FeedEntry} from '../../prepare/feed.ts'
import {changesUrl, dataUrl, feedUrl, resolutionUrl} from '../../urls.ts'

export const getStaticPaths = () => inEveryLocale([{params: {}, props: {}}])

export const GET: APIRoute = (context) => {
  const {locale, t, link} = useLocale(context)
  const text = strings[locale]
  const site = siteAddress(process.env['QYZMET_SITE'])
  const address = (path: string): string => site + link(path)
  const named = ({number, date}: {number: string; date: string}): string => text.named(t.format.actNumber(number), t.format.dateOf(date))

  const entries = resolutions.flatMap((resolution): FeedEntry[] => {
    const page = address(resolutionUrl(resolution.id))
    const own = amendments.filter(({by}) => by === resolution.id)
    const acts = actsOfChange(
      resolution,
      standards.filter((standard) => standard.resolution === resolution.id),
    )
    return [
      ...acts.map(({number, date, repeals, notes}) => ({
        id: `${page}#${date}-${encodeURIComponent(number)}`,
        title: (repeals ? text.repeal : text.act)(named({number, date}), named(resolution)),
        date,
        link: page,
        paragraphs: [...new Set(notes.map(({note}) => note.text))],
      })),
      ...(own.length > 0
        ? [
            {
              id: `${page}#instructions`,
              title: text.instructions(named(resolution)),
              date: resolution.date,
              link: address(changesUrl()),
              paragraphs: [text.count(own.length)],
            },
          ]
        : []),
    ]
  })
  const day = catalogue.generated.slice(0, 10)
  entries.push({
    id: `${address(dataUrl())}#${day}`,
    title: text.data,
    date: day,
    link: address(dataUrl()),
    paragraphs: [text.dataText(standards.length, offices.length)],
  })

  const feed = atomFeed({
    title: text.title,
    subtitle: text.subtitle,
    language: locale,
    self: address(feedUrl()),
    page: address(changesUrl()),
    author: t.site.name,
    updated: catalogue.generated,
    entries,
  })
  return new Response(feed, {headers: {'content-type': 'application/atom+xml; charset=utf-8'}})
}
