import { createServiceRequest } from '../request/service-request.js';
import './define.js';
import { takeToken } from './take-token.js';

const page = document.createElement('connect-chat-setup-page');
page.request = createServiceRequest();
page.token = takeToken(location, history);
page.addEventListener('connect-chat-account-created', () => location.assign('/agent/#first-chat'));
// Opening another link in the same tab changes the hash without a reload.
addEventListener('hashchange', () => {
  if (location.hash) page.token = takeToken(location, history);
});
document.body.append(page);
