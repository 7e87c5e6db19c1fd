import { expect } from '@open-wc/testing';
import { ServiceRefusal } from '../../../../../console/request/service-request.js';
import {
  brandOfDraft,
  countUnsaved,
  savedWidget,
} from '../../../../../console/admin/widgets/state/draft-state.js';
import { WidgetDraft } from '../../../../../console/admin/widgets/state/widget-draft.js';
import type { Widget } from '../../../../../shared/widget-config.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';

/** Creates a fake service with one widget that someone else may change. */
function createService() {
  const versions = [{ version: 1, savedAt: '', savedBy: 'ada', widget: sampleWidget() }];
  const save = (widget: Widget, savedBy: string): void =>
    void versions.unshift({ version: versions.length + 1, savedAt: '', savedBy, widget });
  const meanwhile: (() => void)[] = [];
  const request = async (method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
    expect(path).to.match(/^\/api\/widgets\/w1/);
    meanwhile.shift()?.();
    if (method === 'GET') return structuredClone(versions);
    if (headers!['if-match'] !== `"${versions[0]!.version}"`)
      throw new ServiceRefusal('VERSION_CONFLICT', 412, 'Changed.');
    save(body as Widget, 'ada');
    return undefined;
  };
  return { request, save, meanwhile, versions };
}

describe('a widget while it is edited', () => {
  it('saves over the loaded version, and counts unsaved changes', async () => {
    const service = createService();
    const draft = await WidgetDraft.open(service.request, 'w1');
    draft.set('/texts/title', 'New');
    draft.set('/theme/headerColor', '#123456');
    expect([countUnsaved(draft.snapshot), savedWidget(draft.snapshot).texts.title]).to.deep.equal([
      2,
      'Chat with us',
    ]);
    expect(await draft.save()).to.deep.equal({ kind: 'saved' });
    expect([
      countUnsaved(draft.snapshot),
      savedWidget(draft.snapshot).texts.title,
      draft.snapshot.versions.length,
    ]).to.deep.equal([0, 'New', 2]);
  });
  it('does not save an invalid draft, and keeps the preview at the last valid one', async () => {
    const service = createService();
    const draft = await WidgetDraft.open(service.request, 'w1');
    draft.set('/theme/headerColor', '#12345');
    expect(draft.snapshot.problems.get('/theme/headerColor')).to.equal('Enter a hex code such as #0b5fff.');
    expect([draft.snapshot.draft.theme.headerColor, draft.snapshot.valid.theme.headerColor]).to.deep.equal([
      '#12345',
      '#0b5fff',
    ]);
    draft.set('/texts/title', 'Still live');
    draft.set('/theme/launcherSize', 70);
    const { texts, theme } = draft.snapshot.valid;
    expect([texts.title, theme.launcherSize, theme.headerColor]).to.deep.equal(['Still live', 70, '#0b5fff']);
    expect(await draft.save()).to.deep.equal({ kind: 'invalid' });
    expect(service.versions.length).to.equal(1);
  });
  it('keeps the last valid value of a list as a whole', async () => {
    const draft = await WidgetDraft.open(createService().request, 'w1');
    const question = { name: 'a', label: 'A', type: 'text', required: false, options: [], link: '' };
    draft.set('/preChat', [question]);
    draft.set('/preChat', [{ ...question, label: '' }]);
    draft.set('/texts/title', 'Live');
    expect([draft.snapshot.valid.preChat[0]?.label, draft.snapshot.valid.texts.title]).to.deep.equal([
      'A',
      'Live',
    ]);
    draft.set('/preChat', [question, question]);
    expect(draft.snapshot.problems.has('/preChat/1/name')).to.equal(true);
    expect(draft.snapshot.valid.preChat).to.have.length(1);
  });
  it('sets all colours from the brand colour, and does not save an invalid one', async () => {
    const service = createService();
    const draft = await WidgetDraft.open(service.request, 'w1');
    draft.set('/theme/brand', '#7a0045');
    expect([brandOfDraft(draft.snapshot), draft.snapshot.draft.theme.headerColor]).to.deep.equal([
      '#7a0045',
      '#7a0045',
    ]);
    draft.set('/theme/brand', 'blue');
    expect([brandOfDraft(draft.snapshot), draft.snapshot.valid.theme.headerColor]).to.deep.equal([
      'blue',
      '#7a0045',
    ]);
    expect(draft.snapshot.problems.get('/theme/brand')).to.equal('Enter a hex code such as #0b5fff.');
    expect(await draft.save()).to.deep.equal({ kind: 'invalid' });
    draft.set('/theme/brand', '#00f');
    expect(draft.snapshot.problems.size).to.equal(0);
    draft.set('/theme/brand', 'x');
    draft.discard();
    expect([brandOfDraft(draft.snapshot), countUnsaved(draft.snapshot)]).to.deep.equal(['#0b5fff', 0]);
  });
  it('reports an invalid website by its row, counting empty rows', async () => {
    const draft = await WidgetDraft.open(createService().request, 'w1');
    draft.set('/domains', ['', 'https://a.example', 'a.example']);
    expect([...draft.snapshot.problems.keys()]).to.deep.equal(['/domains/2']);
  });
  it('sends no empty rows of the list of websites', async () => {
    const service = createService();
    const draft = await WidgetDraft.open(service.request, 'w1');
    draft.set('/domains', ['https://a.example', ' ']);
    await draft.save();
    expect(savedWidget(draft.snapshot).domains).to.deep.equal(['https://a.example']);
  });
  it('keeps changes made during a save', async () => {
    const service = createService();
    const draft = await WidgetDraft.open(service.request, 'w1');
    draft.set('/texts/title', 'First');
    service.meanwhile.push(() => draft.set('/texts/welcome', 'Typed meanwhile'));
    await draft.save();
    expect([
      savedWidget(draft.snapshot).texts.title,
      draft.snapshot.draft.texts.welcome,
      countUnsaved(draft.snapshot),
    ]).to.deep.equal(['First', 'Typed meanwhile', 1]);
  });
  it('merges what someone else saved, reports it, and can then be saved', async () => {
    const service = createService();
    const draft = await WidgetDraft.open(service.request, 'w1');
    draft.set('/texts/title', 'Mine');
    service.save(sampleWidget({ language: 'de' }), 'paul');
    const outcome = await draft.save();
    expect(outcome).to.deep.include({ kind: 'conflict', by: 'paul' });
    expect(service.versions.length).to.equal(2);
    expect([draft.snapshot.draft.texts.title, draft.snapshot.draft.language]).to.deep.equal(['Mine', 'de']);
    expect(await draft.save()).to.deep.equal({ kind: 'saved' });
    expect([savedWidget(draft.snapshot).texts.title, savedWidget(draft.snapshot).language]).to.deep.equal([
      'Mine',
      'de',
    ]);
  });
});
