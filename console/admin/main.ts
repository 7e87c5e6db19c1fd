import { createServiceRequest } from '../request/service-request.js';
import './define.js';

const page = document.createElement('connect-chat-admin-console');
page.request = createServiceRequest();
document.body.append(page);
