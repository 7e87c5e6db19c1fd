import type { AgentServiceFrame } from './agent-frames.js';
import type { CustomerServiceFrame } from './customer-frames.js';

/** Everything that the service sends, on either socket. */
export type ServiceFrame = CustomerServiceFrame | AgentServiceFrame;
