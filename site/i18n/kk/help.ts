/** Help. */
export const help = {
  title: 'Көмек',
  lead: 'Сайтты қалай пайдалануға болады.',
}
