import type { AgentServiceFrame } from './agent-frames.js';
import type { CustomerServiceFrame } from './customer-frames.js';

/** All frames that the service sends, on either socket. */
export type ServiceFrame = CustomerServiceFrame | AgentServiceFrame;
