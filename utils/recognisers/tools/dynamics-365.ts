import { describeTool } from '../describe-tool';

const record = (app: string) => ({
  kind: 'record',
  at: [`/main.aspx?${app}etn={entity:id}&id={id:uuid}`, `/main.aspx?${app}etn={entity:id}&id={{id:uuid}}`],
  to: `/main.aspx?${app.replace(':uuid', '')}pagetype=entityrecord&etn={entity}&id={id}`,
  case: 'lower' as const,
});

export const recogniser = describeTool({
  product: 'dynamics-365',
  hosts: ['*.dynamics.com'],
  items: [record('appid={app:uuid}&'), record('')],
  except: ['/main.aspx?pagetype=entitylist'],
  title: ['{}: {title} - Dynamics 365', '{title} - Dynamics 365'],
  hooks: {
    title: ['title', 'name', 'subject']
      .map((name) => `[data-id="${name}.fieldControl-text-box-text"]`)
      .join(),
  },
});
