import { createServiceRequest, ServiceRefusal } from '../request/service-request.js';
import { AgentSession } from './session/agent-session.js';
import './define.js';
import { createSounds } from './elements/desk/sounds.js';
import { openSharedStorage, openTabStorage } from './storage/tab-memory.js';

const request = createServiceRequest();
const storage = openTabStorage();
const isSignedIn = (): Promise<boolean> =>
  request('GET', '/api/session').then(
    () => true,
    (reason: unknown) => !(reason instanceof ServiceRefusal && reason.statusCode === 401),
  );

const page = document.createElement('connect-chat-agent-console');
page.request = request;
page.storage = storage;
page.sharedStorage = openSharedStorage();
page.sounds = createSounds({ target: window, storage });
page.createSession = (memory) => new AgentSession({ serviceUrl: location.origin, memory, isSignedIn });
document.body.append(page);
