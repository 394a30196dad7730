import { showMessage } from '../shared/message';
import { pageStart } from '../shared/server';
import { speak } from '../shared/speech';

const { data } = pageStart();
if (data?.page === 'message') {
  speak(data.language);
  showMessage(data);
}
