import type { SurveyAnswer } from '../../../../shared/survey.js';

/** A contact in the answers of the service. */
export interface FoundContact {
  contactId: string;
  widgetId: string;
  state: 'ACTIVE' | 'ENDED';
  startedAt: string;
  endedAt: string | null;
  customerName: string;
  agentIds: string[];
  disposition: string | null;
  tags: string[];
  survey: SurveyAnswer | null;
  leftMessage: boolean;
}
