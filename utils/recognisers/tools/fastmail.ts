import { describeTool } from '../describe-tool';

/** A thread's id and the message's that is in front stand in one part; `u` is the account. */
export const recogniser = describeTool({
  product: 'fastmail',
  hosts: ['app.fastmail.com', 'www.fastmail.com'],
  items: [
    {
      kind: 'thread',
      at: '/mail/{folder...}/T{id:id}.{message:id}?u={account:id}',
      to: '/mail/{folder}/T{id}.{message}?u={account}',
    },
    {
      kind: 'thread',
      at: '/mail/{folder...}/T{id:id}.{message:id}',
      to: '/mail/{folder}/T{id}.{message}',
    },
  ],
  host: 'app.fastmail.com',
  title: ['{title} – {} | Fastmail', '{title} | Fastmail'],
  hooks: { title: '#conversation .v-Thread-title' },
});
