/**
 * Why: a panel's model has many members. Returns the model before a chat; name the members that the test is about.
 */
import type { PanelModel } from '../../../widget/elements/panel/panel-model.js';
import { en } from '../../../widget/strings/en.js';
import { fakeConfiguration } from './fake-chat.js';

export const panelModel = (change: Partial<PanelModel> = {}): PanelModel => ({
  phase: 'idle',
  failure: '',
  form: undefined,
  note: undefined,
  questions: [],
  answers: {},
  items: [],
  waiting: [],
  participantId: undefined,
  photoOf: undefined,
  marks: { delivered: 0, read: 0 },
  typing: '',
  place: { position: 0 },
  scheme: 'light',
  theme: fakeConfiguration.theme,
  heading: 'Chat with us',
  welcome: '',
  draft: '',
  isInline: false,
  isOnline: true,
  isQuiet: false,
  features: {},
  uploads: [],
  roleNames: undefined,
  seconds: 0,
  strings: en,
  ...change,
});
