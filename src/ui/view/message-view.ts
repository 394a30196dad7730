import { words, type Language, type Refusal } from '../../terms';
import type { MessagePage } from '../protocol';

const cannotOpen = words('无法打开此页', 'This page cannot be opened');

/** A refusal as a page of its own: a link that expired, was revoked or never was one. Says nothing of the object. */
export const refusalView = (refusal: Refusal, language: Language): MessagePage => ({ page: 'message', language, tone: 'neutral', title: cannotOpen, text: refusal.words });
