import '../forms/define.js';
import '../sign-in/define.js';
import { AccountDialog } from './accounts/account-dialog.js';
import { AccountList } from './accounts/account-list.js';
import { PasswordDialog } from './accounts/password-dialog.js';
import { AdminConsole } from './admin-console.js';
import { AroundSettings } from './widgets/around-settings.js';
import { CodeBlock } from './widgets/code-block.js';
import { CodeStep } from './widgets/code-step.js';
import { HistoryStep } from './widgets/history-step.js';
import { InstallCheck } from './widgets/install-check.js';
import { LookStep } from './widgets/look-step.js';
import { QuestionList } from './widgets/question-list.js';
import { SecurityKeys } from './widgets/security-keys.js';
import { SitesStep } from './widgets/sites-step.js';
import { TokenCheck } from './widgets/token-check.js';
import { VisitorTextsEditor } from './widgets/visitor-texts.js';
import { WidgetEditor } from './widgets/widget-editor.js';
import { WidgetList } from './widgets/widget-list.js';
import { WidgetPreview } from './widgets/widget-preview.js';

customElements.define('connect-chat-code-block', CodeBlock);
customElements.define('connect-chat-widget-preview', WidgetPreview);
customElements.define('connect-chat-question-list', QuestionList);
customElements.define('connect-chat-around-settings', AroundSettings);
customElements.define('connect-chat-visitor-texts', VisitorTextsEditor);
customElements.define('connect-chat-look-step', LookStep);
customElements.define('connect-chat-sites-step', SitesStep);
customElements.define('connect-chat-security-keys', SecurityKeys);
customElements.define('connect-chat-token-check', TokenCheck);
customElements.define('connect-chat-install-check', InstallCheck);
customElements.define('connect-chat-code-step', CodeStep);
customElements.define('connect-chat-history-step', HistoryStep);
customElements.define('connect-chat-widget-editor', WidgetEditor);
customElements.define('connect-chat-widget-list', WidgetList);
customElements.define('connect-chat-account-dialog', AccountDialog);
customElements.define('connect-chat-password-dialog', PasswordDialog);
customElements.define('connect-chat-account-list', AccountList);
customElements.define('connect-chat-admin-console', AdminConsole);

declare global {
  interface HTMLElementTagNameMap {
    'connect-chat-code-block': CodeBlock;
    'connect-chat-widget-preview': WidgetPreview;
    'connect-chat-question-list': QuestionList;
    'connect-chat-around-settings': AroundSettings;
    'connect-chat-visitor-texts': VisitorTextsEditor;
    'connect-chat-look-step': LookStep;
    'connect-chat-sites-step': SitesStep;
    'connect-chat-security-keys': SecurityKeys;
    'connect-chat-token-check': TokenCheck;
    'connect-chat-install-check': InstallCheck;
    'connect-chat-code-step': CodeStep;
    'connect-chat-history-step': HistoryStep;
    'connect-chat-widget-editor': WidgetEditor;
    'connect-chat-widget-list': WidgetList;
    'connect-chat-account-dialog': AccountDialog;
    'connect-chat-password-dialog': PasswordDialog;
    'connect-chat-account-list': AccountList;
    'connect-chat-admin-console': AdminConsole;
  }
}
