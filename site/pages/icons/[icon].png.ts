/** The icons of the installed site. */
import type {APIRoute} from 'astro'
import {iconPng} from '../../prepare/icon.ts'

const ICONS = [
  {icon: '180', side: 180, maskable: false},
  {icon: '192', side: 192, maskable: false},
  {icon: '512', side: 512, maskable: false},
  {icon: 'maskable', side: 512, maskable: true},
]

export const getStaticPaths = () => ICONS.map(({icon, side, maskable}) => ({params: {icon}, props: {side, maskable}}))

export const GET: APIRoute<{side: number; maskable: boolean}> = ({props: {side, maskable}}) =>
  new Response(new Uint8Array(iconPng(side, maskable)), {headers: {'content-type': 'image/png'}})
