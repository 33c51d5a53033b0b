/** The web app manifest: the site as something to install. Source: https://www.w3.org/TR/appmanifest/ */
import type {APIRoute} from 'astro'
import {inEveryLocale, useLocale} from '../../i18n/index.ts'
import {formsUrl, homeUrl, officesUrl, searchUrl} from '../../urls.ts'

export const getStaticPaths = () => inEveryLocale([{params: {}, props: {}}])

export const GET: APIRoute = (context) => {
  const {locale, t, link} = useLocale(context)
  return Response.json(
    {
      id: '/',
      name: `${t.site.name} – ${t.site.tagline}`,
      short_name: t.site.name,
      description: t.site.about,
      lang: locale,
      dir: 'ltr',
      start_url: link(homeUrl()),
      scope: '/',
      display: 'standalone',
      background_color: '#ffffff',
      theme_color: '#00afca',
      icons: [
        {src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml'},
        {src: '/icons/192.png', sizes: '192x192', type: 'image/png'},
        {src: '/icons/512.png', sizes: '512x512', type: 'image/png'},
        {src: '/icons/maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable'},
      ],
      shortcuts: [
        {name: t.search.submit, url: link(searchUrl())},
        {name: t.nav.offices, url: link(officesUrl())},
        {name: t.nav.forms, url: link(formsUrl())},
      ],
    },
    {headers: {'content-type': 'application/manifest+json'}},
  )
}
