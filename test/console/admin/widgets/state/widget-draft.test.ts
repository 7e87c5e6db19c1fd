import { expect } from '@open-wc/testing';
import { ServiceRefusal } from '../../../../../console/request/service-request.js';
import { WidgetDraft } from '../../../../../console/admin/widgets/state/widget-draft.js';
import type { Widget } from '../../../../../shared/widget-config.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';

/** A service with one widget, that somebody else may change. */
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
  it('is saved over the version that was read, and counts what is not saved', async () => {
    const service = createService();
    const draft = await WidgetDraft.open(service.request, 'w1');
    draft.set('/texts/title', 'New');
    draft.set('/theme/headerColor', '#123456');
    expect([draft.unsaved, draft.saved.texts.title]).to.deep.equal([2, 'Chat with us']);
    expect(await draft.save()).to.deep.equal({ kind: 'saved' });
    expect([draft.unsaved, draft.saved.texts.title, draft.versions.length]).to.deep.equal([0, 'New', 2]);
  });
  it('keeps what is wrong from being saved, and the preview at what was right', async () => {
    const service = createService();
    const draft = await WidgetDraft.open(service.request, 'w1');
    draft.set('/theme/headerColor', '#12345');
    expect(draft.problems.get('/theme/headerColor')).to.equal('Enter a hex code such as #0b5fff.');
    expect([draft.draft.theme.headerColor, draft.valid.theme.headerColor]).to.deep.equal([
      '#12345',
      '#0b5fff',
    ]);
    draft.set('/texts/title', 'Still live');
    draft.set('/theme/launcherSize', 70);
    const { texts, theme } = draft.valid;
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
    expect([draft.valid.preChat[0]?.label, draft.valid.texts.title]).to.deep.equal(['A', 'Live']);
    draft.set('/preChat', [question, question]);
    expect(draft.problems.has('/preChat/1/name')).to.equal(true);
    expect(draft.valid.preChat).to.have.length(1);
  });
  it('takes a brand colour for all colours, and keeps what is no colour from being saved', async () => {
    const service = createService();
    const draft = await WidgetDraft.open(service.request, 'w1');
    draft.set('/theme/brand', '#7a0045');
    expect([draft.brand, draft.draft.theme.headerColor]).to.deep.equal(['#7a0045', '#7a0045']);
    draft.set('/theme/brand', 'blue');
    expect([draft.brand, draft.valid.theme.headerColor]).to.deep.equal(['blue', '#7a0045']);
    expect(draft.problems.get('/theme/brand')).to.equal('Enter a hex code such as #0b5fff.');
    expect(await draft.save()).to.deep.equal({ kind: 'invalid' });
    draft.set('/theme/brand', '#00f');
    expect(draft.problems.size).to.equal(0);
    draft.set('/theme/brand', 'x');
    draft.discard();
    expect([draft.brand, draft.unsaved]).to.deep.equal(['#0b5fff', 0]);
  });
  it('names a wrong website by its row, empty rows counted', async () => {
    const draft = await WidgetDraft.open(createService().request, 'w1');
    draft.set('/domains', ['', 'https://a.example', 'a.example']);
    expect([...draft.problems.keys()]).to.deep.equal(['/domains/2']);
  });
  it('a line for a website that nobody wrote into is not sent', async () => {
    const service = createService();
    const draft = await WidgetDraft.open(service.request, 'w1');
    draft.set('/domains', ['https://a.example', ' ']);
    await draft.save();
    expect(draft.saved.domains).to.deep.equal(['https://a.example']);
  });
  it('what is typed while it is saved is not lost', async () => {
    const service = createService();
    const draft = await WidgetDraft.open(service.request, 'w1');
    draft.set('/texts/title', 'First');
    service.meanwhile.push(() => draft.set('/texts/welcome', 'Typed meanwhile'));
    await draft.save();
    expect([draft.saved.texts.title, draft.draft.texts.welcome, draft.unsaved]).to.deep.equal([
      'First',
      'Typed meanwhile',
      1,
    ]);
  });
  it('meets what somebody else saved, says so, and can then be saved', async () => {
    const service = createService();
    const draft = await WidgetDraft.open(service.request, 'w1');
    draft.set('/texts/title', 'Mine');
    service.save(sampleWidget({ language: 'de' }), 'paul');
    const outcome = await draft.save();
    expect(outcome).to.deep.include({ kind: 'conflict', by: 'paul' });
    expect(service.versions.length).to.equal(2);
    expect([draft.draft.texts.title, draft.draft.language]).to.deep.equal(['Mine', 'de']);
    expect(await draft.save()).to.deep.equal({ kind: 'saved' });
    expect([draft.saved.texts.title, draft.saved.language]).to.deep.equal(['Mine', 'de']);
  });
});
