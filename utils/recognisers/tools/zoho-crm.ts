import { describeTool } from '../describe-tool';

export const recogniser = describeTool({
  product: 'zoho-crm',
  hosts: ['crm.zoho.*'],
  items: [
    {
      kind: 'record',
      at: ['/crm/{org}/tab/{module}/{id:n}/**', '/crm/tab/{module}/{id:n}/**'],
      to: '/crm/tab/{module}/{id}',
    },
    {
      kind: 'record',
      at: '/crm/EntityInfo.do?module={module}&id={id:n}',
      to: '/crm/tab/{module}/{id}',
    },
  ],
  except: ['/crm/{}/tab/{}/{}/clone', '/crm/tab/{}/{}/clone'],
  title: '{title} - Zoho CRM',
});
