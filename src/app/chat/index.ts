export { chatPosts, postToChat } from './posts';
