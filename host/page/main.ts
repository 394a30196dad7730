/** The workspace page. */
import './style/page.css';
import { start } from './start';

start().catch((failure: unknown) => {
  const message = failure instanceof Error ? failure.message : String(failure);
  document.getElementById('workspace')?.replaceChildren(`没有连上工作区。Could not reach the workspace. ${message}`);
});
