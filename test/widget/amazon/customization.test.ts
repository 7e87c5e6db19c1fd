import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  fromCustomizationObject,
  fromDisplayNames,
  mergeCustomizations,
} from '../../../widget/amazon/customization.js';

const names = suite('fromDisplayNames');
names('converts the title, the logo and three labels', () => {
  const given = {
    header: { headerMessage: 'Ask us', logoUrl: 'https://shop.example/logo.png' },
    footer: { textInputPlaceholder: 'Your question', endChatButtonText: 'Stop', closeChatButtonText: 'Away' },
  };
  assert.equal(fromDisplayNames(given), {
    theme: { logoUrl: 'https://shop.example/logo.png' },
    texts: { title: 'Ask us', labels: { placeholder: 'Your question', endChat: 'Stop', closeChat: 'Away' } },
  });
});
names('leaves out what is missing, or is no text', () => {
  const nothing = { theme: {}, texts: { labels: {} } };
  for (const given of [
    undefined,
    null,
    7,
    'x',
    {},
    { header: null },
    { header: { headerMessage: 7 }, footer: [] },
  ])
    assert.equal(fromDisplayNames(given), nothing);
});
names.run();

const objects = suite('fromCustomizationObject');
objects('turns what Amazon Connect hides into features, in both directions', () => {
  const features = (flag: boolean) =>
    fromCustomizationObject({
      header: { hideTranscriptDownloadButton: flag },
      transcript: { hideDisplayNames: flag },
      composer: { disableEmojiPicker: flag, disableCustomerAttachments: flag, hide: flag },
    }).features;
  const all = (shown: boolean) =>
    Object.fromEntries(
      ['transcript', 'names', 'emoji', 'attachments', 'composer'].map((name) => [name, shown]),
    );
  assert.equal(features(true), all(false));
  assert.equal(features(false), all(true));
});
objects('decides nothing about a flag that is no boolean', () => {
  assert.equal(fromCustomizationObject({ composer: { disableEmojiPicker: 'yes', hide: 1 } }).features, {});
});
objects('takes the message of the question before the end, or else its title', () => {
  const question = (confirmationDialogText: object) =>
    fromCustomizationObject({ endChat: { confirmationDialogText } }).texts!.labels!.endQuestion;
  assert.is(question({ title: 'End?', message: 'Do you want to end?' }), 'Do you want to end?');
  assert.is(question({ title: 'End?' }), 'End?');
  assert.is(question({}), undefined);
});
objects('names roles, and shows their pictures only if icons are displayed', () => {
  const transcript = {
    eventNames: { customer: 'You', agent: 'Our agent', supervisor: '', other: 'x' },
    iconSources: {
      botMessage: 'https://shop.example/bot.png',
      systemMessage: 'https://shop.example/system.png',
      agentMessage: 'https://shop.example/agent.png',
      customerMessage: 7,
    },
  };
  const shown = fromCustomizationObject({ transcript: { ...transcript, displayIcons: true } });
  assert.equal(shown.names, { CUSTOMER: 'You', AGENT: 'Our agent' });
  assert.equal(shown.pictures, {
    CUSTOM_BOT: 'https://shop.example/bot.png',
    SYSTEM: 'https://shop.example/system.png',
    AGENT: 'https://shop.example/agent.png',
  });
  for (const displayIcons of [false, undefined, 'true'])
    assert.is(fromCustomizationObject({ transcript: { ...transcript, displayIcons } }).pictures, undefined);
});
objects.run();

const merging = suite('mergeCustomizations');
merging('merges group by group and label by label; the second one wins', () => {
  const merged = mergeCustomizations(
    {
      texts: { title: 'One', labels: { send: 'Go', cancel: 'No' } },
      features: { emoji: false, sound: false },
    },
    { texts: { labels: { send: 'Off' } }, features: { emoji: true }, names: { AGENT: 'A baker' } },
  );
  assert.equal(merged.texts, { title: 'One', labels: { send: 'Off', cancel: 'No' } });
  assert.equal(merged.features, { emoji: true, sound: false });
  assert.equal([merged.names, merged.pictures, merged.theme], [{ AGENT: 'A baker' }, {}, {}]);
});
merging('accepts that there is none yet', () => {
  assert.equal(mergeCustomizations(undefined, { features: { emoji: false } }).features, { emoji: false });
});
merging.run();
