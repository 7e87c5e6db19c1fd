/** A contact flow that can be chosen. */
export interface FlowChoice {
  flowId: string;
  name: string;
}

/** A queue that can be chosen. */
export interface QueueChoice {
  queueId: string;
  name: string;
}
