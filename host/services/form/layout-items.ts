/** Items that ask nothing: page breaks, images, videos. */
import { GuestError, signatureMismatch, type EnumValue } from '../../kernel/host-object';
import { Blob, blobOf } from '../blob';
import { wayOf } from './choice-items';
import { Alignment, PageNavigationType } from './form-enums';
import { Item } from './form-item';

export class PageBreakItem extends Item {
  static override readonly guestName = 'PageBreakItem';
  getPageNavigationType(): EnumValue {
    return PageNavigationType.value(this._item.way?.kind ?? 'CONTINUE');
  }
  getGoToPage(): Item | null {
    const { way } = this._item;
    const page = way?.page === undefined ? null : this._home.item(way.page);
    return page && this._home.object(page);
  }
  setGoToPage(target: unknown): this {
    const way = wayOf(target);
    if (!way) throw signatureMismatch('FormApp.PageBreakItem.setGoToPage', [target]);
    return this._change({ way });
  }
}

abstract class MediaItem extends Item {
  _media(change: NonNullable<Item['_item']['media']>): this {
    return this._change({ media: { ...this._item.media, ...change } });
  }
  getAlignment(): EnumValue {
    return Alignment.value(Alignment.names.find((name) => name === this._item.media?.alignment) ?? 'LEFT');
  }
  setAlignment(alignment: unknown): this {
    const name = Alignment.nameOf(alignment);
    if (!name) throw signatureMismatch('FormApp.setAlignment', [alignment]);
    return this._media({ alignment: name });
  }
  getWidth(): number {
    return this._item.media?.width ?? 0;
  }
  setWidth(width: unknown): this {
    return this._media({ width: Number(width) });
  }
}

export class ImageItem extends MediaItem {
  static override readonly guestName = 'ImageItem';
  getImage(): Blob | null {
    const { base64, mimeType } = this._item.media ?? {};
    return base64 === undefined ? null : new Blob(Buffer.from(base64, 'base64'), mimeType ?? null, null);
  }
  setImage(image: unknown): this {
    const blob = blobOf(image);
    if (!blob) throw signatureMismatch('FormApp.ImageItem.setImage', [image]);
    return this._media({ base64: blob._bytes().toString('base64'), mimeType: blob.getContentType() ?? 'application/octet-stream' });
  }
}

export class VideoItem extends MediaItem {
  static override readonly guestName = 'VideoItem';
  setVideoUrl(url: unknown): this {
    if (!/^https:\/\/(?:www\.)?(?:youtube\.com|youtu\.be)\//.test(String(url))) throw new GuestError('Invalid YouTube URL.');
    return this._media({ url: String(url) });
  }
}
