/** Files as `File.getDownloadUrl` names them. Whatever they hold leaves as a download and is never shown. */
import { RequestRefused } from './http-exchange';
import { actingPerson } from './identity';
import type { Route } from './routes';
import type { Site } from './site';

export function downloadRoutes({ workspace }: Site): readonly Route[] {
  return [
    {
      method: 'GET',
      pattern: '/uc',
      handle: (exchange) => {
        const file = workspace.download(exchange.url.searchParams.get('id') ?? '', actingPerson(exchange, workspace));
        if (!file) throw new RequestRefused(404, '没有这个文件，或您不能读取它。There is no such file, or you may not read it.');
        exchange.send(200, 'application/octet-stream', Buffer.from(file.bytes), { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}` });
      },
    },
  ];
}
