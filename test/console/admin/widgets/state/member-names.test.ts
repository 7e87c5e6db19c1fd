import { expect } from '@open-wc/testing';
import { memberName, memberText } from '../../../../../console/admin/widgets/state/member-names.js';
import { askFor, memberProblem } from '../../../../../console/admin/widgets/state/member-problem.js';
import { differences } from '../../../../../console/admin/widgets/state/widget-differences.js';
import { colourPointers } from '../../../../../shared/theme-colours.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';

describe('names of members', () => {
  it('exist for every member of a widget', () => {
    const pointers = differences(undefined, sampleWidget()).map(({ pointer }) => pointer);
    expect(pointers).to.deep.equal(['']);
    const members = differences(hollow(sampleWidget()), sampleWidget()).map(({ pointer }) => pointer);
    expect(members).to.include.members(['/theme/launcherLabel', '/survey/kind', ...colourPointers]);
    for (const pointer of members.filter((each) => !/^\/texts\/(labels|byLanguage)$/.test(each)))
      expect(memberName(pointer), pointer).not.to.contain('/');
  });
  it('exist for rows of a list, and for texts', () => {
    expect(memberName('/domains/2')).to.equal('Website 3');
    expect(memberName('/preChat/0/label')).to.equal('Question 1');
    expect(memberName('/texts/labels/send')).to.equal('Text "send"');
    expect(memberName('/texts/byLanguage/de/title')).to.equal('Title (Deutsch)');
    expect(memberName('/texts/byLanguage/fr')).to.equal('Texts (Français)');
  });
});

describe('values of members', () => {
  it('match the options on the pages', () => {
    expect(memberText('STARS', '/survey/kind')).to.equal('Stars');
    expect(memberText('auto', '/theme/colorScheme')).to.equal('Match the device');
    expect([memberText(true), memberText(''), memberText([]), memberText(58)]).to.deep.equal([
      'On',
      'None',
      'None',
      '58',
    ]);
    expect(memberText([{ label: 'Your name' }])).to.equal('Your name');
    expect(memberText({ title: 'Hallo', welcome: 'Willkommen' })).to.equal('Hallo, Willkommen');
  });
});

describe('problems of members', () => {
  it('consist of the field’s name and an instruction', () => {
    const { name, text, step } = memberProblem(
      '/theme/customerBubbleColor',
      'Enter a hex code such as #0b5fff.',
    );
    expect(`Not saved. ${name}: ${text}`).to.equal(
      'Not saved. Customer bubble colour: enter a hex code such as #0b5fff.',
    );
    expect([step, memberProblem('/domains/0', 'x').step]).to.deep.equal(['look', 'sites']);
  });
  it('turn descriptions of schemas into instructions, and keep other sentences', () => {
    expect(askFor('A text of 1 to 100 characters.')).to.equal('Enter a text of 1 to 100 characters.');
    expect(askFor('Start with https://.')).to.equal('Start with https://.');
  });
});

/** Another value for each member, at any depth. */
function hollow(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'other';
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hollow(inner)]));
}
