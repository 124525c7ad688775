import { describeTool } from '../describe-tool';

/** A meeting's number is its own on all hosts. */
export const recogniser = describeTool({
  product: 'zoom',
  hosts: ['zoom.us', '*.zoom.us'],
  items: [
    { kind: 'meeting', at: '/j/{id:n}?pwd={pwd}', to: 'https://zoom.us/j/{id}?pwd={pwd}', label: '{id}' },
    {
      kind: 'meeting',
      at: ['/{=j|w|s|meeting|webinar}/{id:n}/**', '/wc/join/{id:n}/**', '/wc/{id:n}/**'],
      to: 'https://zoom.us/j/{id}',
      label: '{id}',
    },
  ],
  host: 'zoom.us',
});
